import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './care.module.css';

interface CareFormProps {
  label: string;
  saving: boolean;
  ready: boolean;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The frame of the three small forms. */
export const CareForm = ({ label, saving, ready, onSave, onClose, children }: CareFormProps) => {
  const { t } = useTranslation('care');
  return (
    <form
      className={classes.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {children}
      <Group gap="xs">
        <Button type="submit" size="sm" loading={saving} disabled={!ready}>
          {t('save')}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </Group>
    </form>
  );
};
