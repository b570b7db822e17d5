import { loadFamilies } from '../../messages/delivery/load-readers.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { loadScenery } from './load-scenery.ts';
import { loadSubjectsAsking } from '../engine/load-subjects.ts';
import { fields } from '../rules/fields.ts';
import type { KnownRelative } from '../rules/play/scene-view.ts';
import type { Scene } from '../rules/play/scene.ts';
import { selectVisits } from './scenery.store.ts';

const mostRelatives = 10;
const mostVisits = 20;

/**
 * The others of a patient's family about whom the same readers are written to, as far as they have appointments: what is
 * said about several visits of one day leaves as one message.
 */
export const loadRelatives = async (
  trx: ClinicTransaction,
  patientId: string,
  readers: Scene['readers'],
  now: Temporal.Instant,
): Promise<KnownRelative[]> => {
  const readerIds = new Set(Object.values(readers).map(({ personId }) => personId));
  const family = await loadFamilies(trx, [...readerIds]);
  const ids = family.filter((id) => id !== patientId).slice(0, mostRelatives);
  if (ids.length === 0) return [];
  const aboutOf = (id: string) => ({ patientId: id, appointmentId: null, eventId: null });
  const subjectOf = await loadSubjectsAsking(trx, ids.map(aboutOf), new Set(Object.keys(fields)), now);
  const concerned = ids.map((id) => ({ patientId: id, payload: undefined }));
  const sceneryOf = await loadScenery(trx, concerned, [], { now, since: now });
  const found: KnownRelative[] = [];
  for (const [index, id] of ids.entries()) {
    const { patient: subject } = subjectOf(aboutOf(id));
    const scenery = sceneryOf(concerned[index]!);
    if (subject === null || !scenery?.patient) continue;
    const visits = await selectVisits(trx, id, null, now, mostVisits);
    const { patient, readers: theirs } = scenery;
    if (visits.length > 0) found.push({ patient, subject, visits, readers: theirs });
  }
  return found;
};
