import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../src/timeline/rules/timeline-view.ts';
import { useContactWords } from './contact-words.ts';

/** A yes or a no in a person's story. */
export const ConsentEntry = ({ entry }: { entry: Extract<TimelineEntry, { kind: 'consent' }> }) => {
  const { t, i18n } = useTranslation('consent');
  const words = useContactWords();
  const { deed, how, by } = entry;
  const place = deed === 'given' ? 'methods' : 'hows';
  const howWords =
    how !== null && i18n.exists(`${place}.${how}`, { ns: 'consent' })
      ? t(`${place}.${how}` as 'hows.staff')
      : null;
  const details = [howWords, by === null ? null : t('story.by', { name: by })].filter(
    (part) => part !== null,
  );
  return (
    <p style={{ margin: 0 }}>
      {t(`story.${deed}`, { purpose: words.purpose(entry.purpose), channel: words.channel(entry.channel) })}
      {details.length > 0 && <span style={{ opacity: 0.75 }}> · {details.join(' · ')}</span>}
    </p>
  );
};
