import { useTranslation } from 'react-i18next';
import { countSegments } from '../../src/messages/rules/segments.ts';
import classes from './thread.module.css';

/** How many text messages it becomes, and what makes it more. */
export const TextLength = ({ text }: { text: string }) => {
  const { t } = useTranslation('messages');
  const { segments, left, costly } = countSegments(text);
  if (text === '') return null;
  return (
    <p className={classes.length} aria-live="polite">
      {t('segments', { count: segments })} · {t('left', { count: left })}
      {costly.length > 0 && <span>{t('costly', { letters: costly.slice(0, 5).join(' ') })}</span>}
    </p>
  );
};
