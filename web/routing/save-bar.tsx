import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './save-bar.module.css';

interface SaveBarProps {
  /** What is saved, for those who do not see where the button stands. */
  name: string;
  changed: boolean;
  saving: boolean;
  onSave: () => void;
  onDiscard: () => void;
}

/** The one button that keeps a section's changes; it waits until there are any. */
export const SaveBar = ({ name, changed, saving, onSave, onDiscard }: SaveBarProps) => {
  const { t } = useTranslation('routing');
  return (
    <div className={classes.bar}>
      <span className={classes.state} role="status">
        {changed && t('unsaved')}
      </span>
      {changed && (
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          aria-label={`${t('discard')}: ${name}`}
          onClick={onDiscard}
        >
          {t('discard')}
        </Button>
      )}
      <Button
        size="xs"
        aria-label={`${t('save')}: ${name}`}
        disabled={!changed}
        loading={saving}
        onClick={onSave}
      >
        {t('save')}
      </Button>
    </div>
  );
};
