import { loadPrices } from '../../messages/delivery/load-prices.ts';
import { fullName } from '../../patients/rules/person-name.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { loadPastBeginnings, type PastCursor } from './load-past-beginnings.ts';
import { loadScenery, type Scenery } from './load-scenery.ts';
import { loadPastEntries, type PastEntries } from './load-past-entries.ts';
import type { Definition } from '../rules/definition.ts';
import { readEffectKey } from '../rules/effect.ts';
import { entering, type Beginning } from '../rules/foresee.ts';
import { gateVerdict } from '../rules/play/gate-verdict.ts';
import { isOver, walkUntil } from '../rules/play/go-on.ts';
import type { Rehearsal, RehearsedRow } from '../rules/play/rehearsal-views.ts';
import type { Reader } from '../rules/play/scene.ts';
import { deedsOf, segmentsOf, sumsOf } from '../rules/play/tally.ts';
import { templatesIn } from '../rules/play/templates-in.ts';
import { beginWorld, type Staging, type World } from '../rules/play/world.ts';
import { selectPractitionerNames } from './scenery.store.ts';

const pageSize = 100;

const nobodyThere: Staging['verdict'] = () => ({
  may: 'never',
  reason: 'no-address',
  failed: true,
  says: null,
  decision: null,
  to: null,
  reader: null,
  together: [],
});

/** What the workflow itself has done counts anew in the rehearsal. */
const withoutOwn = (readers: Scenery['readers'], own: ReadonlySet<string>): Scenery['readers'] => {
  const without = (reader: Reader): Reader => ({
    ...reader,
    gate: {
      ...reader.gate,
      contacts: reader.gate.contacts.filter(({ key }) => !own.has(readEffectKey(key)?.instanceId ?? '')),
    },
  });
  return Object.fromEntries(Object.entries(readers).map(([channel, reader]) => [channel, without(reader)]));
};

type Loaded = {
  sceneryOf: Awaited<ReturnType<typeof loadScenery>>;
  practitioners: ReadonlyMap<string, string>;
} & PastEntries;

const concernedOf = ({ patientId, event }: Beginning) =>
  patientId === null ? null : { patientId, payload: event?.payload };

const load = async (
  trx: ClinicTransaction,
  { definition, workflowId }: RehearsalAsked,
  beginnings: readonly Beginning[],
  now: Temporal.Instant,
): Promise<Loaded> => {
  const concerned = beginnings.flatMap((one) => concernedOf(one) ?? []);
  const since = beginnings.map(({ at }) => at).toSorted(Temporal.Instant.compare)[0] ?? now;
  return {
    sceneryOf: await loadScenery(trx, concerned, templatesIn(definition), { now, since }),
    practitioners: await selectPractitionerNames(trx),
    ...(await loadPastEntries(trx, workflowId, beginnings, since)),
  };
};

/** One walk from its event until now. What earlier walks of the page have sent to the same people counts. */
const walk = (
  definition: Definition,
  beginning: Beginning,
  { sceneryOf, practitioners, others }: Loaded,
  counted: World['counted'],
  now: Temporal.Instant,
): World => {
  const { subject, patientId, at, event } = beginning;
  const concerned = concernedOf(beginning);
  const scenery = concerned && sceneryOf(concerned);
  const world: World = { ...beginWorld({ definition }, subject, at), counted: [...counted] };
  const practitioner = practitioners.get(subject.appointment?.practitionerId ?? '') ?? '';
  const staging: Staging = {
    definition,
    // The parts of a key stand between colons.
    ids: { instanceId: (event?.id ?? `daily-${patientId}`).replaceAll(':', '-'), workflowId: 'rehearsal' },
    calls: 'heard',
    verdict: scenery
      ? gateVerdict(definition, {
          ...scenery,
          subject,
          practitioner,
          readers: withoutOwn(scenery.readers, others),
        })
      : nobodyThere,
  };
  walkUntil(staging, world, now);
  return world;
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const rowOf = (beginning: Beginning, world: World | null, { sceneryOf }: Loaded): RehearsedRow => {
  const { event, at, patientId, subject } = beginning;
  const concerned = concernedOf(beginning);
  const person = (concerned && sceneryOf(concerned))?.patient ?? null;
  return {
    event: {
      id: event !== null && uuid.test(event.id) ? event.id : null,
      kind: event?.kind ?? null,
      at: at.toString(),
    },
    patient: person === null || patientId === null ? null : { id: patientId, name: fullName(person) },
    appointmentId: subject.appointment?.id ?? null,
    comesIn: world !== null,
    underWay: world !== null && !isOver(world),
    deeds: world === null ? [] : deedsOf(world),
  };
};

export type RehearsalAsked = {
  definition: Definition;
  /** what it has done itself counts anew; null: it has done nothing yet */
  workflowId: string | null;
  cursor: PastCursor | null;
};

/**
 * What a workflow would have done about the last events that begin it, until now: its interpreter and the gate walk through
 * each of them, with the data as they are now. Contacts nobody, keeps nothing.
 */
export const rehearseEvents = async (
  trx: ClinicTransaction,
  asked: RehearsalAsked,
  now: Temporal.Instant,
): Promise<Omit<Rehearsal, 'nextCursor'> & { next: PastCursor | null }> => {
  const { definition, cursor } = asked;
  const { beginnings, next } = await loadPastBeginnings(trx, definition, cursor, pageSize, now);
  const loaded = await load(trx, asked, beginnings, now);
  const oldestFirst = beginnings.toReversed();
  const worlds = new Map<Beginning, World>();
  let counted: World['counted'] = [];
  for (const beginning of entering(definition, oldestFirst, loaded.past)) {
    const world = walk(definition, beginning, loaded, counted, now);
    worlds.set(beginning, world);
    ({ counted } = world);
  }
  const rows = beginnings.map((beginning) => rowOf(beginning, worlds.get(beginning) ?? null, loaded));
  const { currency, segmentPriceMicros } = await loadPrices(trx);
  const segments = [...worlds.values()].reduce((sum, world) => sum + segmentsOf(world), 0);
  return { rows, sums: sumsOf(rows, segments * segmentPriceMicros, currency), next };
};
