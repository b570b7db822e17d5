import type { Channel } from '../../consent/rules/contact-request.ts';
import { channelSchema } from '../../consent/rules/contact-request.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { selectFamilies } from './families.store.ts';
import { selectClinicWords, selectReachable } from './recipients.store.ts';
import { chooseRecipient, type Recipient } from '../rules/choose-recipient.ts';
import type { MessageSubject } from '../rules/subject-values.ts';
import { selectPeople } from '../templates/subjects.store.ts';

export type LoadedReader = Recipient & { channel: Channel; person: MessageSubject['recipient'] };
export type ReadersOf = { patient: MessageSubject['recipient']; readers: LoadedReader[] };

/**
 * Who would get what is about each of these patients, by each way in which somebody can be reached, as it would be chosen
 * today.
 */
export const loadReaders = async (
  trx: ClinicTransaction,
  patientIds: readonly string[],
  now: Temporal.Instant,
): Promise<Map<string, ReadersOf>> => {
  const { timeZone } = await selectClinicWords(trx);
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const reachable = await selectReachable(trx, patientIds);
  const chosen = [...reachable].map(([id, { patient, guardians }]) => ({
    id,
    by: channelSchema.options.flatMap((channel) => {
      const recipient = chooseRecipient(patient, guardians, channel, today);
      return recipient === null ? [] : [{ ...recipient, channel }];
    }),
  }));
  const people = await selectPeople(trx, [
    ...new Set(chosen.flatMap(({ id, by }) => [id, ...by.map(({ personId }) => personId)])),
  ]);
  return new Map(
    chosen.map(({ id, by }) => [
      id,
      {
        patient: people.get(id)!,
        readers: by.map((reader) => ({ ...reader, person: people.get(reader.personId)! })),
      },
    ]),
  );
};

/** Whom messages to these readers may be about: themselves, and for whom they decide. */
export const loadFamilies = (trx: ClinicTransaction, readerIds: readonly string[]): Promise<string[]> =>
  selectFamilies(trx, readerIds);
