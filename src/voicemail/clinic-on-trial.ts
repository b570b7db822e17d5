import { randomUUIDv7 } from 'node:crypto';
import { Client } from 'pg';
import { testDatabase, type TestConnection } from '../../test/fixtures/database.ts';
import { inClinic, type Database } from '../platform/database/database.ts';

/** A migrated database with a table for jobs. */
export const createDatabaseOnTrial = async (): Promise<{
  database: Database;
  connection: TestConnection;
}> => {
  const { database, connection } = await testDatabase();
  // The product's role may make no tables.
  const owner = new Client(connection);
  await owner.connect();
  await owner.query('CREATE TABLE jobs_on_trial (id bigserial, kind text, data jsonb, key text)');
  await owner.query('GRANT ALL ON jobs_on_trial, jobs_on_trial_id_seq TO frontdesk_app');
  await owner.end();
  return { database, connection };
};

export const trialDatabase = async (): Promise<Database> => (await createDatabaseOnTrial()).database;

/** A clinic with a department, a staff member and one call that ended in voicemail. */
export type ClinicOnTrial = {
  clinicId: string;
  departmentId: string;
  staffId: string;
  callId: string;
  callSid: string;
};

let count = 0;

export const makeClinic = async (
  database: Database,
  { language = 'en', from = '+13125550101' }: { language?: 'en' | 'de'; from?: string } = {},
): Promise<ClinicOnTrial> => {
  count += 1;
  const ids = { clinicId: randomUUIDv7(), departmentId: randomUUIDv7(), staffId: randomUUIDv7() };
  const { clinicId, departmentId, staffId } = ids;
  const clinic = {
    name: 'Lakeside Dental',
    slug: `lakeside-${count}`,
    language,
    time_zone: 'America/Chicago',
  };
  await database
    .insertInto('clinics')
    .values({ id: clinicId, ...clinic })
    .execute();
  const department = { id: departmentId, name: 'Billing', voicemail_email: 'billing@clinic.example' };
  const settings = { id: randomUUIDv7(), language, voicemail_email: 'desk@clinic.example' };
  await inClinic(database, clinicId, async (trx) => {
    await trx
      .insertInto('departments')
      .values({ clinic_id: clinicId, ...department })
      .execute();
    await trx
      .insertInto('staff_members')
      .values({ clinic_id: clinicId, id: staffId, name: 'Dana Reyes' })
      .execute();
    await trx
      .insertInto('call_settings')
      .values({ clinic_id: clinicId, ...settings })
      .execute();
  });
  const call = await makeCall(database, clinicId, { from, departmentId });
  return { ...ids, ...call };
};

export const makeCall = async (
  database: Database,
  clinicId: string,
  { from, departmentId }: { from: string; departmentId: string | null },
): Promise<{ callId: string; callSid: string }> => {
  const [callId, callSid] = [randomUUIDv7(), `CA${randomUUIDv7().replaceAll('-', '')}`];
  const at = Temporal.Instant.from('2026-11-21T08:59:00Z');
  await inClinic(database, clinicId, async (trx) => {
    await trx
      .insertInto('call_logs')
      .values({
        clinic_id: clinicId,
        id: callId,
        carrier_sid: callSid,
        direction: 'inbound',
        from_number: from,
        to_number: '+13125550199',
        language: 'en',
        status: 'voicemail',
        status_since: at,
        state: '{}',
        department_id: departmentId,
        started_at: at,
        last_fact_at: at,
      })
      .execute();
    await trx
      .insertInto('carrier_calls')
      .values({ carrier_sid: callSid, clinic_id: clinicId, call_id: callId })
      .execute();
  });
  return { callId, callSid };
};
