import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isWrongPassword } from './wrong-password.ts';

interface PasswordFieldProps extends Omit<PasswordInputProps, 'value' | 'onChange' | 'error'> {
  value: string;
  onPassword: (password: string) => void;
  /** The last answer of the server, if it refused the password. */
  refused?: unknown;
  error?: string | null;
}

/** A password that is asked for, with the server's refusal beside it. */
export const PasswordField = ({ onPassword, refused, error = null, ...input }: PasswordFieldProps) => {
  const { t } = useTranslation('access');
  const { t: tProblems } = useTranslation('problems');
  return (
    <PasswordInput
      required
      withAsterisk={false}
      maxLength={200}
      autoComplete="current-password"
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      {...input}
      onChange={(event) => onPassword(event.currentTarget.value)}
      error={isWrongPassword(refused) ? tProblems('wrong-password') : error}
    />
  );
};
