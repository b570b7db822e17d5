import { previewGates, type GateQuestion } from '../../consent/ask-gate.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { loadBeginnings } from './load-beginnings.ts';
import type { Definition } from '../rules/definition.ts';
import { countsOf, foresee, type Foreseen } from '../rules/foresee.ts';
import type { Forecast } from '../rules/template-views.ts';
import { selectCalendar } from '../engine/subjects.store.ts';

const questionOf = (
  { effect, patientId }: Foreseen,
  index: number,
  { purpose }: Definition,
): Omit<GateQuestion, 'moment'>[] => {
  if (patientId === null || effect.effect === 'create-task') return [];
  const calls = effect.effect === 'place-call';
  return [
    {
      key: `forecast:${index}`,
      patientId,
      purpose,
      channel: calls ? 'call' : effect.channel,
      ...(calls ? { voice: 'recorded' as const } : {}),
    },
  ];
};

/** What the gate forbids as things stand. What it only puts off leaves later, and counts as sent. */
const leftOut = async (
  trx: ClinicTransaction,
  definition: Definition,
  deeds: readonly Foreseen[],
  now: Temporal.Instant,
): Promise<Forecast['leftOut']> => {
  const questions = deeds.flatMap((deed, index) => questionOf(deed, index, definition));
  const answers = await previewGates(trx, questions, now);
  const refused = answers.filter(({ allowed, notBefore }) => !allowed && notBefore === null);
  return [...Map.groupBy(refused, ({ reason }) => reason)]
    .map(([reason, those]) => ({ reason, count: those.length }))
    .toSorted((a, b) => b.count - a.count);
};

const week = 24 * 7;

/**
 * What a workflow would have done in the last seven days, and will do in the next, had it been active all along: its
 * interpreter walks through what has happened at this clinic and what stands in its book. Contacts nobody, keeps nothing.
 */
export const forecastWeek = async (
  trx: ClinicTransaction,
  definition: Definition,
  now: Temporal.Instant,
): Promise<Forecast> => {
  const { timeZone } = await selectCalendar(trx);
  const { beginnings, cut } = await loadBeginnings(trx, definition, now.toZonedDateTimeISO(timeZone));
  const deeds = foresee(definition, beginnings, now.add({ hours: week }));
  const isAhead = ({ at }: Foreseen): boolean => Temporal.Instant.compare(at, now) >= 0;
  const since = now.subtract({ hours: week });
  const next = deeds.filter(isAhead);
  const last = deeds.filter((deed) => !isAhead(deed) && Temporal.Instant.compare(deed.at, since) >= 0);
  return {
    lastWeek: definition.trigger.daily === undefined ? countsOf(last) : null,
    nextWeek: countsOf(next),
    leftOut: await leftOut(trx, definition, next, now),
    cut,
  };
};
