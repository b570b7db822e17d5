import type { CareSubject } from '../../care/rules/care-subject.ts';
import { phaseWords } from '../../care/rules/phase-words.ts';
import { locales, type Language } from '../../clinics/rules/language.ts';

/** The space before the sign is a wide letter of its own: it would make three text messages of one. */
const money = (cents: number, currency: string, language: Language): string =>
  new Intl.NumberFormat(locales[language], { style: 'currency', currency })
    .format(cents / 100)
    .replaceAll(/[\u00a0\u202f]/g, ' ');

const dayOf = (date: string, language: Language): string =>
  Temporal.PlainDate.from(date).toLocaleString(locales[language], { day: 'numeric', month: 'long' });

const careVariable = /\b(?:plan|procedure|payment)\s*\.|\bpatient\s*\.\s*balance\b/;

/** Whether it has to be looked up for this text. */
export const speaksOfCare = (text: string): boolean => careVariable.test(text);

/** What stands for each variable of treatments and payments; of what there is none of nothing stands. */
export const careValues = (
  { balance, plan, procedure, payment }: CareSubject,
  language: Language,
): Record<string, string> => {
  const values = {
    // Nobody is asked for a credit.
    'patient.balance': balance.cents > 0 ? money(balance.cents, balance.currency, language) : null,
    'plan.name': plan?.name ?? null,
    'plan.phase': plan === null ? null : phaseWords[language][plan.phase],
    'plan.link': plan?.link ?? null,
    'procedure.name': procedure?.name ?? null,
    'payment.amount': payment === null ? null : money(payment.amountCents, payment.currency, language),
    'payment.due_date': payment?.dueOn ? dayOf(payment.dueOn, language) : null,
    'payment.link': payment?.link ?? null,
  };
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null),
  );
};
