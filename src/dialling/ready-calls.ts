import type { Language } from '../clinics/rules/language.ts';
import { askGates, type GateQuestion } from '../consent/ask-gate.ts';
import type { Disclosure } from '../consent/rules/contact-rule.ts';
import { findCallees } from '../messages/delivery/find-recipients.ts';
import type { Recipient } from '../messages/rules/choose-recipient.ts';
import { loadTemplateValues } from '../messages/templates/template-values.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { DueOrder, Postponed } from './claim.store.ts';
import { fillCallText, longestSeconds, type Spoken } from './rules/compose-errand.ts';
import type { ClinicWords } from './dialling-work.ts';
import type { Ending } from './outcomes.store.ts';
import { staleReason } from './rules/stale-order.ts';

type Prepared = { order: DueOrder; recipient: Recipient; name: string; spoken: Spoken };
export type ReadyCall = Prepared & { decisionId: string | null; disclosures: readonly Disclosure[] };
export type Sorted = { ready: ReadyCall[]; later: Postponed[]; endings: Ending[] };

const withheld = ({ id }: DueOrder, reason: string, decisionId: string | null = null): Ending => ({
  id,
  status: 'withheld',
  outcome: 'withheld',
  reason,
  decisionId,
});

type Loaded = {
  callees: Map<string, Recipient>;
  valuesOf: Awaited<ReturnType<typeof loadTemplateValues>>;
  clinic: ClinicWords;
};

const load = async (
  trx: ClinicTransaction,
  orders: readonly DueOrder[],
  clinic: ClinicWords,
  now: Temporal.Instant,
): Promise<Loaded> => {
  const today = now.toZonedDateTimeISO(clinic.timeZone).toPlainDate();
  const callees = await findCallees(
    trx,
    orders.flatMap(({ patientId }) => patientId ?? []),
    today,
  );
  const abouts = orders.map((order) => ({
    ...order,
    recipientId: callees.get(order.patientId ?? '')?.personId ?? null,
    text: JSON.stringify(order.says),
  }));
  return { callees, valuesOf: await loadTemplateValues(trx, abouts, clinic), clinic };
};

const nameIn = (values: ReturnType<Loaded['valuesOf']>): string =>
  values === null ? '' : `${values['recipient']?.['first_name']} ${values['recipient']?.['last_name']}`;

const prepare = (order: DueOrder, { callees, valuesOf, clinic }: Loaded): Prepared | string => {
  const recipient = callees.get(order.patientId ?? '');
  if (recipient === undefined) return 'no-address';
  const about = { ...order, recipientId: recipient.personId };
  const valuesIn = (language: Language) => valuesOf(about, language, null);
  const wanted = recipient.language ?? clinic.language;
  const spoken = fillCallText(order.says, { wanted, clinic: clinic.language }, valuesIn);
  return spoken === null
    ? 'template-faulty'
    : { order, recipient, name: nameIn(valuesIn(spoken.language)), spoken };
};

const questionOf = ({ order, recipient, spoken }: Prepared, clinic: ClinicWords): GateQuestion => ({
  key: order.key,
  patientId: recipient.personId,
  aboutId: order.patientId,
  channel: 'call',
  purpose: order.purpose,
  to: recipient.address,
  // Whichever service speaks: no person does.
  voice: 'ai',
  seconds: longestSeconds(spoken, order.says, clinic.name),
  moment: 'sending',
});

/** Which of these may be called now, by the gate and by what has become of their cause, and what is said to them. */
export const readyCalls = async (
  trx: ClinicTransaction,
  orders: readonly DueOrder[],
  clinic: ClinicWords,
  now: Temporal.Instant,
): Promise<Sorted> => {
  const loaded = await load(trx, orders, clinic, now);
  const sorted: Sorted = { ready: [], later: [], endings: [] };
  const asked: Prepared[] = [];
  for (const order of orders) {
    const prepared = staleReason(order, now) ?? prepare(order, loaded);
    if (typeof prepared === 'string') sorted.endings.push(withheld(order, prepared));
    else asked.push(prepared);
  }
  const answers = await askGates(
    trx,
    asked.map((one) => questionOf(one, clinic)),
    now,
  );
  for (const [index, { allowed, notBefore, reason, decisionId, disclosures }] of answers.entries()) {
    const prepared = asked[index]!;
    const { order } = prepared;
    const inTime = notBefore !== null && Temporal.Instant.compare(notBefore, order.expiresAt) < 0;
    if (allowed) sorted.ready.push({ ...prepared, decisionId, disclosures });
    else if (inTime)
      sorted.later.push({ id: order.id, until: notBefore, hasSlot: false, reason, decisionId });
    else sorted.endings.push(withheld(order, reason, decisionId));
  }
  return sorted;
};
