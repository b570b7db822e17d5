import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface SecretInputProps {
  label: string;
  /** there is one already, which nobody is shown */
  kept: boolean;
  value: string;
  disabled: boolean;
  required?: boolean;
  error?: boolean;
  onChange: (value: string) => void;
}

/** A password or key: typed once, never shown again. Left empty, the one that is there stays. */
export const SecretInput = ({
  label,
  kept,
  value,
  disabled,
  required = false,
  error = false,
  onChange,
}: SecretInputProps) => {
  const { t } = useTranslation('installation');
  return (
    <PasswordInput
      label={label}
      placeholder={kept ? t('kept') : ''}
      required={required && !kept}
      withAsterisk={false}
      autoComplete="new-password"
      maxLength={500}
      disabled={disabled}
      error={error && t('again')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      visibilityToggleButtonProps={{ 'aria-label': t('showTyped') }}
    />
  );
};
