import { sql } from 'kysely';
import type { ClinicTransaction, Database } from '../platform/database/database.ts';

export type CallAddress = { clinicId: string; callId: string };

/** The clinic and call behind a carrier's sid. Before the clinic is known there is no transaction of a clinic. */
export const findAddress = async (database: Database, carrierSid: string): Promise<CallAddress | null> => {
  const row = await database
    .selectFrom('carrier_calls')
    .select(['clinic_id', 'call_id'])
    .where('carrier_sid', '=', carrierSid)
    .executeTakeFirst();
  return row ? { clinicId: row.clinic_id, callId: row.call_id } : null;
};

/**
 * The call behind a carrier's sid and the clinic of the number called, each null when there is none. One query: every
 * first webhook of a call asks both.
 */
export const findCallOrClinic = async (
  database: Database,
  carrierSid: string,
  calledNumber: string,
): Promise<{ call: CallAddress | null; clinicOfNumber: string | null }> => {
  const { rows } = await sql<{ clinic: string | null; call: string | null; number_clinic: string | null }>`
    SELECT c.clinic_id AS clinic, c.call_id AS call,
      (SELECT n.clinic_id FROM clinic_phone_numbers n WHERE n.phone_number = ${calledNumber}) AS number_clinic
    FROM (SELECT) AS one LEFT JOIN carrier_calls c ON c.carrier_sid = ${carrierSid}`.execute(database);
  const { clinic, call, number_clinic: clinicOfNumber } = rows[0]!;
  return { call: clinic && call ? { clinicId: clinic, callId: call } : null, clinicOfNumber };
};

export const rememberLeg = async (
  trx: ClinicTransaction,
  carrierSid: string,
  callId: string,
  staffId: string | null,
): Promise<void> => {
  await trx
    .insertInto('carrier_calls')
    .values({ carrier_sid: carrierSid, clinic_id: trx.clinicId, call_id: callId, staff_id: staffId })
    .onConflict((conflict) => conflict.column('carrier_sid').doNothing())
    .execute();
};

/** An outbound call has no carrier sid until the carrier names it, in its answer or in the first webhook, whichever is first. */
export const adoptCarrierSid = async (
  trx: ClinicTransaction,
  callId: string,
  carrierSid: string,
): Promise<void> => {
  await trx
    .updateTable('call_logs')
    .set({ carrier_sid: carrierSid })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', callId)
    .where('carrier_sid', 'like', 'pending-%')
    .execute();
  await rememberLeg(trx, carrierSid, callId, null);
};

export const isPending = (carrierSid: string): boolean => carrierSid.startsWith('pending-');
