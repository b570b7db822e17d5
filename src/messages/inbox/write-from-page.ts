import type { ClinicTransaction } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import type { AppointmentHook } from './change-appointments.ts';
import { findOrMakeConversations } from './conversations.store.ts';
import { insertInbound, lockConversation, selectCorrespondents, writeUnderstood } from './inbound.store.ts';
import { takeIn } from './receive-sms.ts';

/** What somebody writes on their own page. */
export type PageLine = {
  patientId: string;
  /** made by their browser */
  key: string;
  text: string;
};

const keyOf = ({ patientId, key }: PageLine): string => `page:${patientId}:${key}`;

/** Takes in what a patient writes on their page, as it is with text messages. Sent again, it is the same message. */
export const writeFromPage = async (
  deps: AppointmentHook,
  trx: ClinicTransaction,
  line: PageLine,
  now: Temporal.Instant,
): Promise<void> => {
  const { patientId, text: body } = line;
  const people = await selectCorrespondents(trx, { patientId });
  const incoming = {
    channel: 'in-app',
    key: keyOf(line),
    sid: null,
    from: patientId,
    to: null,
    body,
  } as const;
  await takeIn(deps, trx, incoming, people, now);
};

/** Somebody wants another time for one appointment: a person of the clinic answers. */
export const askForNewTime = async (
  trx: ClinicTransaction,
  line: PageLine & { appointmentId: string },
  now: Temporal.Instant,
): Promise<void> => {
  const { patientId, text: body, appointmentId } = line;
  const place = { channel: 'in-app', address: patientId } as const;
  const conversationId = (await findOrMakeConversations(trx, [{ ...place, patientId }], now))(place);
  await lockConversation(trx, conversationId);
  const id = await insertInbound(
    trx,
    {
      ...place,
      conversationId,
      key: keyOf(line),
      sid: null,
      patientId,
      ownAddress: null,
      body,
      appointmentId,
    },
    now,
  );
  if (id === null) return;
  const found = { meaning: 'reschedule', openReason: 'new-time', ownAddress: null, patientId };
  await writeUnderstood(trx, { id, conversationId, ...found }, now);
  await announce(trx, 'messages', conversationId);
};
