import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { lockOwners } from './gate-facts.store.ts';
import {
  insertOptOut,
  liftByAddress,
  liftById,
  liftByLink,
  selectDeclined,
  selectStanding,
  type LinkHolder,
} from './opt-outs.store.ts';
import type { Channel, ChosenPurpose } from './rules/contact-request.ts';
import type { OptOutHow } from './rules/opt-out-view.ts';

export type NewOptOut = {
  /** who it is known to be from; null for a number that several share, or that nobody has */
  patientId: string | null;
  /** E.164, or an e-mail address; null: whatever numbers and addresses the person has */
  address: string | null;
  /** null: every channel */
  channel: Channel | null;
  /** null: for whatever purpose */
  purpose: ChosenPurpose | null;
  how: OptOutHow;
  note?: string | null;
  /** the message that was answered with it, or whose link said so: its proof */
  messageId?: string | null;
  /** null when the person did it themselves */
  userId: string | null;
};

const normal = (address: string | null): string | null => address?.trim().toLowerCase() ?? null;

/**
 * Records somebody's no. It holds for every contact that the gate is asked about after this transaction.
 * @returns fresh: false when the same no stood already, so that it is not confirmed twice
 */
export const optOut = async (
  trx: ClinicTransaction,
  no: NewOptOut,
  at: Temporal.Instant,
): Promise<{ optOutId: string; fresh: boolean }> => {
  const said = { ...no, address: normal(no.address) };
  // Who is sending to them right now sends first, or sees this.
  await lockOwners(trx, said.patientId, said.address);
  const entered = await insertOptOut(trx, said, at);
  if (entered === null) return { optOutId: (await selectStanding(trx, said))!, fresh: false };
  await recordAudit(trx, {
    userId: said.userId,
    at,
    action: 'consent.opted-out',
    subject:
      said.patientId === null ? { kind: 'opt-out', id: entered } : { kind: 'patient', id: said.patientId },
    detail: {
      channel: said.channel,
      purpose: said.purpose,
      how: said.how,
      ...(said.messageId ? { messageId: said.messageId } : {}),
    },
  });
  await announce(trx, 'consent', said.patientId);
  return { optOutId: entered, fresh: true };
};

type TakenBack = {
  patientId: string | null;
  /** the no itself, where it is known which one it was */
  optOutId: string | null;
  userId: string | null;
  at: Temporal.Instant;
  detail: { channel?: Channel; how: 'keyword' | 'link' | 'staff' };
};

const noteTakenBack = async (
  trx: ClinicTransaction,
  { patientId, optOutId, ...deed }: TakenBack,
): Promise<void> => {
  const subject = patientId === null ? { kind: 'opt-out', id: optOutId } : { kind: 'patient', id: patientId };
  await recordAudit(trx, { ...deed, action: 'consent.opted-in', subject });
  await announce(trx, 'consent', patientId);
};

/** START: the person takes their no back, for the channel on which they say so. @returns whether there was one */
export const optBackIn = async (
  trx: ClinicTransaction,
  { address, channel, patientId }: { address: string; channel: Channel; patientId: string | null },
  at: Temporal.Instant,
): Promise<boolean> => {
  const lifted = await liftByAddress(trx, normal(address)!, channel, { how: 'keyword', userId: null, at });
  if (lifted === 0) return false;
  const detail = { channel, how: 'keyword' } as const;
  await noteTakenBack(trx, { patientId, optOutId: null, userId: null, at, detail });
  return true;
};

/** Whether somebody has declined a kind of contact, and whether it was with a link, which they can take back by one. */
export const declinedBy = async (
  trx: ClinicTransaction,
  holder: LinkHolder,
  purpose: ChosenPurpose | null,
): Promise<{ all: boolean; kind: boolean; byLink: boolean }> => {
  const declined = await selectDeclined(trx, { ...holder, address: normal(holder.address) });
  const about = declined.filter((no) => no.purpose === null || no.purpose === purpose);
  return {
    all: about.some((no) => no.purpose === null),
    kind: about.some((no) => no.purpose !== null),
    byLink: about.length > 0 && about.every(({ how }) => how === 'link'),
  };
};

/** The person takes back what they said with links about these purposes. @returns whether there was anything */
export const takeBackByLink = async (
  trx: ClinicTransaction,
  holder: LinkHolder,
  purposes: readonly (ChosenPurpose | null)[],
  at: Temporal.Instant,
): Promise<boolean> => {
  const { patientId, channel } = holder;
  const lifted = await liftByLink(trx, { ...holder, address: normal(holder.address) }, purposes, at);
  if (lifted === 0) return false;
  const detail = { channel, how: 'link' } as const;
  await noteTakenBack(trx, { patientId, optOutId: null, userId: null, at, detail });
  return true;
};

/** The staff take a no back, because the person told them to. */
export const liftOptOut = async (
  trx: ClinicTransaction,
  optOutId: string,
  by: { userId: string; at: Temporal.Instant },
): Promise<'done' | 'no-such-opt-out'> => {
  const lifted = await liftById(trx, optOutId, { how: 'staff', ...by });
  if (lifted === undefined) return 'no-such-opt-out';
  await noteTakenBack(trx, { ...by, patientId: lifted.patientId, optOutId, detail: { how: 'staff' } });
  return 'done';
};
