import type { ContactFacts } from '../../../consent/rules/contact-facts.ts';
import type { ContactRequest } from '../../../consent/rules/contact-request.ts';
import type { GateDecision } from '../../../consent/rules/gate-decision.ts';
import { mayContact } from '../../../consent/rules/may-contact.ts';
import { staleReason as staleOrder } from '../../../dialling/rules/stale-order.ts';
import { staleReason as staleMessage } from '../../../messages/rules/judge-due.ts';
import type { Definition } from '../definition.ts';
import { channelOf, type Contact, type Verdict } from './contact.ts';
import type { Said } from './said.ts';
import type { Reader, Scene } from './scene.ts';
import type { World } from './world.ts';
import { writeCall, writeMessage } from './write-contact.ts';

/** What the gate goes by at this moment of a walk: what was said and done on the way counts like all else. */
const factsAt = ({ gate, personId }: Reader, contact: Contact, world: World): ContactFacts => ({
  ...gate,
  optOuts: [
    ...gate.optOuts,
    ...world.optOuts.filter(
      (no) => no.personId === personId || (no.address !== null && no.address === gate.to),
    ),
  ],
  contacts: [...gate.contacts, ...world.counted.filter((one) => one.personId === personId)].filter(
    ({ key, at }) => key !== contact.key && Temporal.Instant.compare(at, world.now) <= 0,
  ),
});

const never = (reason: string, failed = false): Verdict => ({
  may: 'never',
  reason,
  failed,
  says: null,
  decision: null,
  to: null,
});

const verdictOf = (
  decision: GateDecision,
  personId: string,
  expiresAt: string | null,
  says: Said,
): Verdict => {
  const { allowed, notBefore, reason, to } = decision;
  const told = { says, decision, to };
  if (allowed) return { ...told, may: 'now', personId };
  const inTime =
    notBefore !== null &&
    (expiresAt === null || Temporal.Instant.compare(notBefore, Temporal.Instant.from(expiresAt)) < 0);
  return inTime
    ? { ...told, may: 'later', until: notBefore, reason }
    : { ...told, may: 'never', reason, failed: false };
};

type Asked = { definition: Definition; scene: Scene; contact: Contact; world: World };

const requestOf = (
  { definition, contact }: Asked,
  own: Partial<Pick<ContactRequest, 'voice' | 'characters' | 'seconds'>>,
): ContactRequest => ({
  channel: channelOf(contact.effect),
  purpose: definition.purpose,
  voice: null,
  by: 'automation',
  answers: null,
  characters: null,
  seconds: null,
  recorded: false,
  ...own,
});

/** As `messages/claim-batch.ts` does at the moment of sending. */
const judgeMessage = (asked: Asked, reader: Reader): Verdict => {
  const { definition, scene, contact, world } = asked;
  const { effect } = contact;
  if (effect.effect !== 'send-message') return never('withdrawn');
  const says = writeMessage(definition, scene, world.subject, reader, contact);
  if (typeof says === 'string') return never(says, true);
  const expiresAt = effect.expiresAt === null ? null : Temporal.Instant.from(effect.expiresAt);
  const appointmentStatus = world.subject.appointment?.status ?? null;
  const due = { expiresAt, needsStanding: expiresAt !== null, appointmentStatus, unsure: false };
  const stale = staleMessage(due, world.now);
  if (stale !== null) return never(stale);
  const request = requestOf(asked, { characters: says.body.length });
  const decision = mayContact(request, factsAt(reader, contact, world), world.now);
  return verdictOf(decision, reader.personId, effect.expiresAt, says);
};

/** As `dialling/ready-calls.ts` does at the moment of dialling. */
const judgeCall = (asked: Asked, reader: Reader): Verdict => {
  const { scene, contact, world } = asked;
  const { effect } = contact;
  if (effect.effect !== 'place-call') return never('withdrawn');
  const due = {
    expiresAt: Temporal.Instant.from(effect.expiresAt),
    needsStanding: effect.beforeAppointment,
    appointmentStatus: world.subject.appointment?.status ?? null,
  };
  const stale = staleOrder(due, world.now);
  if (stale !== null) return never(stale);
  const script = writeCall(scene, world.subject, reader, effect.call);
  if (script === null) return never('template-faulty');
  const request = requestOf(asked, { voice: 'ai', seconds: script.seconds });
  const decision = mayContact(request, factsAt(reader, contact, world), world.now);
  return verdictOf(decision, reader.personId, effect.expiresAt, script.with(decision.disclosures));
};

/** Whether a contact may be made, by the gate itself and the facts of this person. */
export const gateVerdict =
  (definition: Definition, scene: Scene) =>
  (contact: Contact, world: World): Verdict => {
    const calls = contact.effect.effect === 'place-call';
    const reader = scene.readers[channelOf(contact.effect)];
    if (reader === undefined) return never('no-address', !calls);
    const asked = { definition, scene, contact, world };
    return calls ? judgeCall(asked, reader) : judgeMessage(asked, reader);
  };
