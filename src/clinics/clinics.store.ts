import { randomUUIDv7 } from 'node:crypto';
import type { ClinicTransaction, Database } from '../platform/database/database.ts';
import type { NewClinic } from './create-clinic.ts';
import type { ClinicSettings } from './rules/clinic-settings.ts';
import { languageSchema, type Language } from './rules/language.ts';

export const insertClinic = async (trx: ClinicTransaction, clinic: NewClinic): Promise<void> => {
  const { name, slug, language, currency, timeZone } = clinic;
  await trx
    .insertInto('clinics')
    .values({ id: trx.clinicId, name, slug, language, currency, time_zone: timeZone })
    .execute();
};

export const insertPhoneNumber = async (
  trx: ClinicTransaction,
  phoneNumber: string,
  label: string,
): Promise<void> => {
  await trx
    .insertInto('clinic_phone_numbers')
    .values({ phone_number: phoneNumber, clinic_id: trx.clinicId, label })
    .execute();
};

/** The clinic's own row (no number): everything at its default. */
export const insertCallSettings = async (trx: ClinicTransaction, language: Language): Promise<void> => {
  await trx
    .insertInto('call_settings')
    .values({ clinic_id: trx.clinicId, id: randomUUIDv7(), language, enable_ivr_menu: false })
    .execute();
};

export const selectClinicIds = async (database: Database): Promise<string[]> => {
  const rows = await database.selectFrom('clinics').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
};

export const selectSettings = async (trx: ClinicTransaction): Promise<ClinicSettings> => {
  const row = await trx
    .selectFrom('clinics')
    .select([
      'name',
      'country',
      'language',
      'languages',
      'time_zone as timeZone',
      'call_log_days as callLogDays',
      'webhook_receipt_days as webhookReceiptDays',
      'contact_decision_days as contactDecisionDays',
    ])
    .where('id', '=', trx.clinicId)
    .executeTakeFirstOrThrow();
  return {
    ...row,
    language: languageSchema.parse(row.language),
    languages: languageSchema.array().parse(row.languages),
  };
};

export const updateSettings = async (trx: ClinicTransaction, settings: ClinicSettings): Promise<void> => {
  const { name, timeZone, country, language, languages, callLogDays, webhookReceiptDays } = settings;
  const { contactDecisionDays } = settings;
  await trx
    .updateTable('clinics')
    .set({
      name,
      country,
      language,
      languages: languageSchema.options.filter((each) => languages.includes(each)),
      time_zone: timeZone,
      call_log_days: callLogDays,
      webhook_receipt_days: webhookReceiptDays,
      contact_decision_days: contactDecisionDays,
    })
    .where('id', '=', trx.clinicId)
    .execute();
};
