import { useTranslation } from 'react-i18next';
import type { MenuEntry, RoutingDocument } from '../../../src/routing/rules/routing-document.ts';
import { usePhoneNumbers } from '../../ui/phone-number.ts';
import { useEditing } from '../editing.ts';
import { findOption } from '../menu/edit-menu.ts';

/** Names of what a document refers to by id. */
export interface DocumentNames {
  option: (id: string) => string;
  rule: (id: string) => string;
  department: (id: string) => string;
  person: (id: string) => string;
  number: (phoneNumber: string) => string;
}

const optionIn = ({ settings, numbers }: RoutingDocument, id: string): MenuEntry | undefined =>
  [settings, ...numbers.map((each) => each.settings)]
    .map(({ menu }) => findOption(menu, id)?.entry)
    .find((found) => found !== undefined);

/**
 * Names from these documents, the first that knows wins: what was removed from the draft is still in what is published.
 */
export const useDocumentNames = (documents: readonly RoutingDocument[]): DocumentNames => {
  const { t } = useTranslation('routing');
  const { directory } = useEditing();
  const { format } = usePhoneNumbers();
  return {
    option: (id) => {
      const labels = documents.map((each) => optionIn(each, id)?.label ?? '');
      return labels.find((label) => label !== '') ?? t('menu.unnamed');
    },
    rule: (id) => {
      const rules = documents.flatMap(({ settings, numbers }) =>
        [settings, ...numbers.map((each) => each.settings)].flatMap(({ callerRules }) => callerRules),
      );
      return rules.find((rule) => rule.id === id && rule.name !== '')?.name ?? t('callers.unnamed');
    },
    department: (id) => {
      const names = documents.map((each) => each.departments.find((one) => one.id === id)?.name ?? '');
      return names.find((name) => name !== '') ?? t('departments.unnamed');
    },
    person: (id) => directory.staff.find((each) => each.id === id)?.name ?? t('people.gone'),
    number: (phoneNumber) => {
      const label = directory.numbers.find((each) => each.phoneNumber === phoneNumber)?.label ?? '';
      return label === '' ? format(phoneNumber) : `${label} (${format(phoneNumber)})`;
    },
  };
};
