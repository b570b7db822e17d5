import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectClinicFacts } from './gate-facts.store.ts';
import type { Channel, ChosenPurpose } from './rules/contact-request.ts';
import { placeOf } from './rules/contact-place.ts';
import type { ConsentLevel, ConsentRule } from './rules/contact-rule.ts';
import { contactRules } from './rules/contact-rules.ts';
import { rulesInForce } from './rules/rules-in-force.ts';

const firmness: readonly ConsentLevel[] = ['number-given', 'express', 'written'];

export type Need = { level: ConsentLevel | null; rules: string[] };

/** How firm a yes has to be for what is sent of the clinic's own accord, to somebody who lives where the clinic is. */
export const sayNeeds = async (
  trx: ClinicTransaction,
  now: Temporal.Instant,
): Promise<(channel: Channel, purpose: ChosenPurpose) => Need> => {
  const clinic = await selectClinicFacts(trx);
  const place = placeOf({ country: null, region: null }, null, clinic);
  const today = now.toZonedDateTimeISO(clinic.zone).toPlainDate();
  return (channel, purpose) => {
    const request = {
      channel,
      purpose,
      voice: channel === 'call' ? ('recorded' as const) : null,
      by: 'automation' as const,
      answers: null,
      characters: null,
      seconds: null,
      recorded: false,
    };
    const asking = rulesInForce(contactRules, request, place, today).filter(
      (rule): rule is ConsentRule => rule.kind === 'consent',
    );
    const level = firmness.findLast((one) => asking.some((rule) => rule.level === one)) ?? null;
    return { level, rules: asking.filter((rule) => rule.level === level).map(({ id }) => id) };
  };
};
