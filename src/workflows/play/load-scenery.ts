import { loadCare } from '../../care/load-care.ts';
import { careOfEvent } from '../../care/rules/care-subject.ts';
import { loadContactFacts } from '../../consent/load-contact-facts.ts';
import { loadClinicWords } from '../../messages/delivery/find-recipients.ts';
import { loadReaders, type LoadedReader } from '../../messages/delivery/load-readers.ts';
import { readTemplateTexts } from '../../messages/templates/read-template-texts.ts';
import { formatPhone } from '../../messages/rules/format-phone.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { Reader, Scene } from '../rules/play/scene.ts';

/** Somebody, and what the event says that concerns them. */
export type Concerned = { patientId: string; payload: unknown };
export type Scenery = Pick<Scene, 'patient' | 'clinic' | 'care' | 'readers' | 'templates'>;

const nothing = { planId: null, procedureId: null, paymentId: null };
const keyOf = ({ patientId, payload }: Concerned): string =>
  `${patientId} ${JSON.stringify(careOfEvent(payload))}`;

/** A person of ours has no address in the portal and none for notifications: those ways lead to themselves. */
const addressOf = ({ channel, address }: LoadedReader): string | null =>
  channel === 'in-app' || channel === 'push' ? null : address;

const readersOf = async (
  trx: ClinicTransaction,
  loaded: Awaited<ReturnType<typeof loadReaders>>,
  since: Temporal.Instant,
): Promise<Map<string, Scene['readers']>> => {
  const all = [...loaded].flatMap(([aboutId, { readers }]) => readers.map((reader) => ({ aboutId, reader })));
  const wanted = all.map(({ aboutId, reader }) => ({
    patientId: reader.personId,
    aboutId,
    channel: reader.channel,
    to: addressOf(reader),
  }));
  const facts = await loadContactFacts(trx, wanted, since);
  const found = new Map<string, Scene['readers']>();
  for (const [index, { aboutId, reader }] of all.entries()) {
    const gate = facts[index];
    if (!gate) continue;
    const { personId, person, language, channel } = reader;
    const one: Reader = { personId, person, language, gate };
    found.set(aboutId, { ...found.get(aboutId), [channel]: one });
  }
  return found;
};

/**
 * What a play has to know besides what its conditions ask: who gets what, what texts may name, and what the gate goes by.
 * A query for each kind of thing, however many people there are.
 * @param since the earliest moment of the play: what was contacted in the week before it counts
 */
export const loadScenery = async (
  trx: ClinicTransaction,
  concerned: readonly Concerned[],
  templateIds: readonly string[],
  { now, since }: { now: Temporal.Instant; since: Temporal.Instant },
): Promise<(one: Concerned) => Scenery | null> => {
  const words = await loadClinicWords(trx);
  const { name, firstNumber, country, timeZone, language, postalAddress } = words;
  const phone = firstNumber === null ? null : formatPhone(firstNumber, country);
  const clinic = { name, phone, timeZone, language, hasPostalAddress: postalAddress !== null };
  const loaded = await loadReaders(trx, [...new Set(concerned.map(({ patientId }) => patientId))], now);
  const readers = await readersOf(trx, loaded, since);
  const care = await loadCare(
    trx,
    new Map(
      concerned.map((one) => [
        keyOf(one),
        { ...(careOfEvent(one.payload) ?? nothing), patientId: one.patientId },
      ]),
    ),
  );
  const templates = Object.fromEntries(await readTemplateTexts(trx, templateIds));
  return (one) => {
    const person = loaded.get(one.patientId);
    return person === undefined
      ? null
      : {
          patient: person.patient,
          clinic,
          care: care.get(keyOf(one)) ?? null,
          readers: readers.get(one.patientId) ?? {},
          templates,
        };
  };
};
