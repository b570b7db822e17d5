import type { ContactFacts } from '../../../consent/rules/contact-facts.ts';
import type { ContactRequest } from '../../../consent/rules/contact-request.ts';
import type { GateDecision } from '../../../consent/rules/gate-decision.ts';
import { mayContact } from '../../../consent/rules/may-contact.ts';
import { staleReason as staleOrder } from '../../../dialling/rules/stale-order.ts';
import { staleReason as staleMessage } from '../../../messages/rules/judge-due.ts';
import { firstName } from '../../../messages/rules/subject-values.ts';
import type { Definition } from '../definition.ts';
import type { Subject } from '../subject.ts';
import { channelOf, type Contact, type Verdict } from './contact.ts';
import { nobodyElse, type Family, type Gathered } from './family.ts';
import { joinFamily } from './join-family.ts';
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

const nothing = { says: null, decision: null, to: null, reader: null, together: [] };
const never = (reason: string, failed = false): Verdict => ({ may: 'never', reason, failed, ...nothing });

const readerOf = ({ personId, person }: Reader, { patient }: Subject): Verdict['reader'] => ({
  name: `${firstName(person)} ${person.familyName}`,
  own: personId === patient?.id,
});
const waits = (until: Temporal.Instant, reason: string, reader: Reader, subject: Subject): Verdict => ({
  may: 'later',
  until,
  reason,
  ...nothing,
  to: reader.gate.to,
  reader: readerOf(reader, subject),
});

const verdictOf = (
  decision: GateDecision,
  { reader, subject }: { reader: Reader; subject: Subject },
  expiresAt: string | null,
  says: Said,
  together: Verdict['together'] = [],
): Verdict => {
  const { allowed, notBefore, reason, to } = decision;
  const told = { says, decision, to, reader: readerOf(reader, subject), together };
  if (allowed) return { ...told, may: 'now', personId: reader.personId };
  const inTime =
    notBefore !== null &&
    (expiresAt === null || Temporal.Instant.compare(notBefore, Temporal.Instant.from(expiresAt)) < 0);
  return inTime
    ? { ...told, may: 'later', until: notBefore, reason }
    : { ...told, may: 'never', reason, failed: false };
};

/** What is around one person: the others of the family, and the clinic's numbers. */
export type Around = {
  family: Family;
  /** until when the number has nothing more to say; null: it has */
  number: (contact: Contact, world: World) => Temporal.Instant | null;
};
const nothingAround: Around = { family: nobodyElse, number: () => null };

type Asked = { definition: Definition; scene: Scene; contact: Contact; world: World; around: Around };

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

/** Those of the others who are named as well: what has left before, what is over and what nobody wants is not. */
const namedWith = (asked: Asked, along: Gathered['along'], characters: number): Gathered['along'] => {
  const { contact, world } = asked;
  const request = requestOf(asked, { characters });
  const mayAt = (reader: Reader, at: Temporal.Instant): GateDecision =>
    mayContact(request, factsAt(reader, contact, { ...world, now: at }), at);
  return along.filter(({ reader, expiresAt, leavesAt }) => {
    if (expiresAt !== null && Temporal.Instant.compare(expiresAt, world.now) <= 0) return false;
    if (Temporal.Instant.compare(leavesAt, world.now) < 0 && mayAt(reader, leavesAt).notBefore === null)
      return false;
    return mayAt(reader, world.now).allowed;
  });
};

/** As `messages/delivery/claim-batch.ts` does at the moment of sending. */
const judgeMessage = (asked: Asked, reader: Reader): Verdict => {
  const { definition, scene, contact, world, around } = asked;
  const { effect } = contact;
  if (effect.effect !== 'send-message') return never('withdrawn');
  const { until, along } = around.family(contact, reader, world);
  if (until !== null) return waits(until, 'family', reader, world.subject);
  const full = around.number(contact, world);
  if (full !== null) return waits(full, 'daily-cap-of-number', reader, world.subject);
  const says = writeMessage(definition, scene, world.subject, reader, contact);
  if (typeof says === 'string') return never(says, true);
  const expiresAt = effect.expiresAt === null ? null : Temporal.Instant.from(effect.expiresAt);
  const appointmentStatus = world.subject.appointment?.status ?? null;
  const due = {
    expiresAt,
    needsStanding: expiresAt !== null,
    appointmentStatus,
    // Who plays asks what it does while it runs.
    workflowIs: null,
    unsure: false,
  };
  const stale = staleMessage(due, world.now);
  if (stale !== null) return never(stale);
  const joined = (others: Gathered['along']) =>
    joinFamily(scene, world.subject, reader, contact, says, others);
  const characters = joined(along).body.length;
  const decision = mayContact(requestOf(asked, { characters }), factsAt(reader, contact, world), world.now);
  const named = decision.allowed ? namedWith(asked, along, characters) : [];
  const together = named.map(({ relative: { patient }, startsAt }) => ({
    firstName: firstName(patient),
    startsAt,
  }));
  return verdictOf(decision, { reader, subject: world.subject }, effect.expiresAt, joined(named), together);
};

/** As `dialling/ready-calls.ts` does at the moment of dialling. */
const judgeCall = (asked: Asked, reader: Reader): Verdict => {
  const { scene, contact, world, around } = asked;
  const { effect } = contact;
  if (effect.effect !== 'place-call') return never('withdrawn');
  const full = around.number(contact, world);
  if (full !== null) return waits(full, 'daily-cap-of-number', reader, world.subject);
  const due = {
    expiresAt: Temporal.Instant.from(effect.expiresAt),
    needsStanding: effect.beforeAppointment,
    appointmentStatus: world.subject.appointment?.status ?? null,
    isUnwanted: false,
  };
  const stale = staleOrder(due, world.now);
  if (stale !== null) return never(stale);
  const script = writeCall(scene, world.subject, reader, effect.call);
  if (script === null) return never('template-faulty');
  const request = requestOf(asked, { voice: 'ai', seconds: script.seconds });
  const decision = mayContact(request, factsAt(reader, contact, world), world.now);
  return verdictOf(
    decision,
    { reader, subject: world.subject },
    effect.expiresAt,
    script.with(decision.disclosures),
  );
};

/** Whether a contact may be made, by the gate itself and the facts of this person. */
export const gateVerdict =
  (definition: Definition, scene: Scene, around: Around = nothingAround) =>
  (contact: Contact, world: World): Verdict => {
    const calls = contact.effect.effect === 'place-call';
    const reader = scene.readers[channelOf(contact.effect)];
    if (reader === undefined) return never('no-address', !calls);
    const asked = { definition, scene, contact, world, around };
    return calls ? judgeCall(asked, reader) : judgeMessage(asked, reader);
  };
