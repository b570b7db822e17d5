import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../src/timeline/rules/timeline-view.ts';

type ChangeEntry = Extract<TimelineEntry, { kind: 'change' }>;

/** Names of fields, as a list in a sentence; a name that is newer than this page is shown as it is. */
export const useFieldWords = (): ((fields: readonly string[]) => string) => {
  const { t, i18n } = useTranslation('patients');
  return (fields) =>
    new Intl.ListFormat(i18n.language).format(
      fields.map((field) =>
        i18n.exists(`fields.${field}`, { ns: 'patients' }) ? t(`fields.${field}` as 'fields.vip') : field,
      ),
    );
};

/** What somebody changed, without the values: those are not kept in the log. */
export const useChangeWords = (): ((entry: ChangeEntry) => string) => {
  const { t, i18n } = useTranslation('patients');
  const fieldWords = useFieldWords();
  return ({ action, detail }) => {
    const fields = typeof detail['fields'] === 'string' ? detail['fields'].split(', ').filter(Boolean) : [];
    const key = i18n.exists(`changes.${action.replace('.', '_')}`, { ns: 'patients' })
      ? (`changes.${action.replace('.', '_')}` as 'changes.patient_changed')
      : 'changes.other';
    return t(key, { fields: fieldWords(fields) });
  };
};
