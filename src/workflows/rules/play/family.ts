import {
  isWaitedFor,
  latestWait,
  messagesOf,
  visitDay,
  waitsUntil,
} from '../../../messages/rules/leave-together.ts';
import type { EventKind } from '../../../events/rules/event-kinds.ts';
import type { Definition } from '../definition.ts';
import { rehearse, type Deed } from '../rehearse.ts';
import { isAhead, type Subject } from '../subject.ts';
import { channelOf, type Contact } from './contact.ts';
import type { KnownPerson, KnownRelative, KnownVisit } from './scene-view.ts';
import type { Reader } from './scene.ts';
import { passesFilter } from './set-scene.ts';
import type { World } from './world.ts';

/** What the same step says about somebody else of the family, of a visit of the same day. */
export type Along = {
  relative: KnownRelative;
  visit: KnownVisit;
  reader: Reader;
  createdAt: Temporal.Instant;
  expiresAt: Temporal.Instant | null;
  startsAt: Temporal.Instant;
};

/** Until when a message waits for those of the others; null: it leaves, and these may with it. */
export type Gathered = {
  until: Temporal.Instant | null;
  along: readonly (Along & { leavesAt: Temporal.Instant })[];
};
export type Family = (contact: Contact, reader: Reader, world: World) => Gathered;

const alone: Gathered = { until: null, along: [] };
export const nobodyElse: Family = () => alone;

type Message = {
  id: string;
  createdAt: Temporal.Instant;
  expiresAt: Temporal.Instant | null;
  startsAt: Temporal.Instant;
};
type Visit = { id: string; startsAt: Temporal.Instant };

const isBy = (at: Temporal.Instant, now: Temporal.Instant): boolean => Temporal.Instant.compare(at, now) <= 0;

/** How much later the last of the visits begins about which nothing is written yet by then. */
const comingAfter = (
  { startsAt }: Message,
  visits: readonly Visit[],
  written: ReadonlySet<string>,
  timeZone: string,
): number | undefined => {
  const coming = visits.filter(
    ({ id, startsAt: at }) => !written.has(id) && isWaitedFor(startsAt, at, timeZone),
  );
  return coming.length === 0
    ? undefined
    : Math.max(...coming.map((visit) => startsAt.until(visit.startsAt).total('seconds')));
};

/** When each of these leaves: together with what waits then, as `messages/delivery/gather-families.ts` lets them. */
const leaveTimes = (
  messages: readonly Message[],
  visits: readonly Visit[],
  timeZone: string,
): Map<string, Temporal.Instant> => {
  const toCome = messages.toSorted((a, b) => Temporal.Instant.compare(a.createdAt, b.createdAt));
  const left = new Map<string, Temporal.Instant>();
  let waiting: Message[] = [];
  let now = toCome[0]?.createdAt;
  while (now !== undefined) {
    const at: Temporal.Instant = now;
    while (toCome[0] !== undefined && isBy(toCome[0].createdAt, at)) waiting.push(toCome.shift()!);
    const written = new Set([...left.keys(), ...waiting.map(({ id }) => id)]);
    const until = latestWait(
      waiting.map((one) => waitsUntil(one, comingAfter(one, visits, written, timeZone))),
      at,
    );
    if (until === null) {
      for (const { id } of waiting) left.set(id, at);
      waiting = [];
    }
    const moments = [
      ...(until === null ? [] : [until]),
      ...toCome.slice(0, 1).map(({ createdAt }) => createdAt),
    ];
    now = moments.toSorted(Temporal.Instant.compare)[0];
  }
  return left;
};

/** What the others of the family would hear by the same workflow, if it began for them at the same time. */
const walksOf = (definition: Definition, person: KnownPerson, kind: EventKind, start: Temporal.Instant) => {
  const walked = new Map<string, Deed[]>();
  return (relative: KnownRelative, visit: KnownVisit): Deed[] => {
    const known = walked.get(visit.id);
    if (known !== undefined) return known;
    const subject: Subject = {
      clinic: person.calendar,
      patient: relative.subject,
      appointment: visit,
      care: null,
      event: { kind, payload: {} },
    };
    const deeds = passesFilter(definition, subject, start)
      ? rehearse(definition, subject, start, visit.startsAt)
      : [];
    walked.set(visit.id, deeds);
    return deeds;
  };
};

/** How a play gathers what a family hears: as if the others' appointments had begun the workflow with this one. */
export const familyOf = (
  definition: Definition,
  person: KnownPerson,
  kind: EventKind | null,
  start: Temporal.Instant,
): Family => {
  if (kind === null || definition.purpose !== 'appointment' || person.relatives.length === 0)
    return nobodyElse;
  const { timeZone } = person.calendar;
  const deedsOf = walksOf(definition, person, kind, start);
  return (contact, reader, world) => {
    const { appointment } = world.subject;
    const { effect, key, createdAt } = contact;
    if (effect.effect !== 'send-message' || effect.expiresAt === null || appointment === null) return alone;
    const day = visitDay(appointment.startsAt, timeZone);
    const theirs = person.relatives.flatMap((relative) => {
      const own = relative.readers[channelOf(effect)];
      const isSame = own?.personId === reader.personId && own.gate.to === reader.gate.to;
      const visits = relative.visits.filter(
        (one) => isAhead(one) && visitDay(one.startsAt, timeZone) === day,
      );
      return isSame ? visits.map((visit) => ({ relative, visit, reader: own })) : [];
    });
    const along = theirs.flatMap((one): Along[] => {
      const deed = deedsOf(one.relative, one.visit).find(
        ({ effect: said }) =>
          said.effect === 'send-message' && said.step === effect.step && said.channel === effect.channel,
      );
      if (deed?.effect.effect !== 'send-message' || deed.effect.expiresAt === null) return [];
      const expiresAt = Temporal.Instant.from(deed.effect.expiresAt);
      return [{ ...one, createdAt: deed.at, expiresAt, startsAt: one.visit.startsAt }];
    });
    const own = {
      id: key,
      createdAt,
      expiresAt: Temporal.Instant.from(effect.expiresAt),
      startsAt: appointment.startsAt,
    };
    const left = leaveTimes(
      [own, ...along.map((one) => ({ ...one, id: one.visit.id }))],
      [own, ...theirs.map(({ visit }) => visit)],
      timeZone,
    );
    const leavesAt = left.get(key)!;
    if (!isBy(leavesAt, world.now)) return { until: leavesAt, along: [] };
    const there = along.filter((one) => isBy(one.createdAt, world.now));
    const [first = []] = messagesOf([null, ...there]);
    return {
      until: null,
      along: first.flatMap((one) => (one === null ? [] : [{ ...one, leavesAt: left.get(one.visit.id)! }])),
    };
  };
};
