import { inClinic } from '../../platform/database/database.ts';
import { receiveSms } from '../../messages/inbox/receive-sms.ts';
import { answerConversation } from '../../messages/inbox/write-to-person.ts';
import type { SeededClinic } from '../seed-demo.ts';
import type { PastText } from './demo-past.ts';
import { selectConversationWith } from './demo-past.store.ts';
import { newSid, type PastDesk } from './past-desk.ts';
import { memberOf, numberOf, type Team } from './past-people.ts';

/** @param from who the number belongs to, or the number itself */
export const receiveText = (
  desk: PastDesk,
  clinic: SeededClinic,
  from: string,
  body: string,
): Promise<void> =>
  receiveSms(
    desk,
    { sid: newSid('SM'), from: numberOf(clinic, from), to: clinic.phoneNumber, body },
    desk.clock.now(),
  );

/** Somebody of the staff answers what was written, and the conversation is done with. */
export const answerText = (
  { database, clock }: PastDesk,
  clinic: SeededClinic,
  team: Team,
  from: string,
  { by, text }: NonNullable<PastText['answer']>,
): Promise<void> =>
  inClinic(database, clinic.id, async (trx) => {
    const id = await selectConversationWith(trx, numberOf(clinic, from));
    if (id === null) return;
    const who = { ...memberOf(team, by), at: clock.now() };
    await answerConversation(trx, id, { key: newSid('SM'), text }, who);
  });
