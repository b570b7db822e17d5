import { Button, FocusTrap } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './voicemail-actions.module.css';

interface ConfirmDeleteProps {
  name: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asked in place: a recording that is deleted is gone, so there is no undo to offer afterwards. */
export const ConfirmDelete = ({ name, onConfirm, onCancel }: ConfirmDeleteProps) => {
  const { t } = useTranslation('voicemail');
  return (
    <FocusTrap active>
      <div
        className={classes.actions}
        role="group"
        aria-label={t('deleteQuestion', { name })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
        }}
      >
        <span className={classes.question}>{t('deleteQuestion', { name })}</span>
        <Button size="xs" variant="default" data-autofocus onClick={onCancel}>
          {t('keep')}
        </Button>
        <Button size="xs" color="red.8" onClick={onConfirm}>
          {t('deleteNow')}
        </Button>
      </div>
    </FocusTrap>
  );
};
