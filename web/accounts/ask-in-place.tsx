import { Button, FocusTrap } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import section from '../ui/section.module.css';
import classes from './access.module.css';

interface AskInPlaceProps {
  question: string;
  /** What happens then. */
  text: string;
  action: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asked in the row itself, for what cannot be taken back. */
export const AskInPlace = ({ question, text, action, onConfirm, onCancel }: AskInPlaceProps) => {
  const { t } = useTranslation('access');
  return (
    <FocusTrap active>
      <div
        className={classes.question}
        role="group"
        aria-label={question}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
        }}
      >
        <p className={classes.name}>{question}</p>
        <p>{text}</p>
        <div className={section.actions}>
          <Button size="xs" color="red.8" onClick={onConfirm}>
            {action}
          </Button>
          <Button size="xs" variant="default" data-autofocus onClick={onCancel}>
            {t('cancel')}
          </Button>
        </div>
      </div>
    </FocusTrap>
  );
};
