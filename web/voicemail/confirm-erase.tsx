import { Button, FocusTrap } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './voicemail-actions.module.css';

interface ConfirmEraseProps {
  name: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asked in place: what is erased is gone, so there is no undo to offer afterwards. */
export const ConfirmErase = ({ name, onConfirm, onCancel }: ConfirmEraseProps) => {
  const { t } = useTranslation('voicemail');
  return (
    <FocusTrap active>
      <div
        className={classes.actions}
        role="group"
        aria-label={t('eraseQuestion', { name })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
        }}
      >
        <span className={classes.question}>{t('eraseQuestion', { name })}</span>
        <Button size="xs" variant="default" data-autofocus onClick={onCancel}>
          {t('keep')}
        </Button>
        <Button size="xs" color="red.8" onClick={onConfirm}>
          {t('erase')}
        </Button>
      </div>
    </FocusTrap>
  );
};
