import type { ContactRuleView } from '../../src/consent/rules/contact-rule-view.ts';

/** The numbers that the words of a rule ask for. */
export const numbersOfRule = (rule: ContactRuleView): Record<string, string | number> => {
  switch (rule.kind) {
    case 'hours':
    case 'clinic-hours':
      return { hours: [...new Set(rule.windows.map(({ from, to }) => `${from}–${to}`))].join(', ') };
    case 'cap':
      return { most: rule.most, days: rule.within === 'day' ? 1 : rule.within.days };
    case 'length':
      return { most: rule.characters ?? rule.seconds ?? '–' };
    case 'consent':
    case 'disclosure':
    case 'revocation':
      return {};
  }
};
