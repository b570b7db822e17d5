import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { PatientFilter } from './rules/patient-filter.ts';

/** What the filter's words about time mean at this moment in the clinic's zone. */
export type FilterMoment = {
  now: Temporal.Instant;
  today: Temporal.PlainDate;
  zone: string;
};

type Condition = RawBuilder<unknown>;

/** From midnight to midnight in the clinic's zone; null leaves that side open. */
const startOf = (day: string, { zone }: FilterMoment): Temporal.Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant();
const endOf = (day: string, { zone }: FilterMoment): Temporal.Instant =>
  Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).toInstant();

const visits = (clinicId: string, conditions: Condition[]): Condition => sql`
  SELECT a.patient_id FROM appointments a WHERE a.clinic_id = ${clinicId} AND ${sql.join(conditions, sql` AND `)}`;
const notDropped = sql`a.status NOT IN ('cancelled', 'no-show')`;
const samePatient = sql`a.patient_id = p.id`;

const nextAppointment = (clinicId: string, filter: PatientFilter, moment: FilterMoment): Condition[] => {
  const { nextAppointmentFrom, nextAppointmentTo } = filter;
  if (nextAppointmentFrom === undefined && nextAppointmentTo === undefined) return [];
  const coming = sql`a.status IN ('booked', 'confirmed') AND a.starts_at >= ${moment.now}`;
  const from = nextAppointmentFrom === undefined ? null : startOf(nextAppointmentFrom, moment);
  const within = [
    ...(from === null ? [] : [sql`a.starts_at >= ${from}`]),
    ...(nextAppointmentTo === undefined ? [] : [sql`a.starts_at < ${endOf(nextAppointmentTo, moment)}`]),
  ];
  return [
    sql`p.id IN (${visits(clinicId, [coming, ...within])})`,
    ...(from === null
      ? []
      : [sql`NOT EXISTS (${visits(clinicId, [samePatient, coming, sql`a.starts_at < ${from}`])})`]),
  ];
};

const lastAppointment = (clinicId: string, filter: PatientFilter, moment: FilterMoment): Condition[] => {
  const { lastAppointmentFrom, lastAppointmentTo, noAppointmentSince } = filter;
  const past = sql`${notDropped} AND a.starts_at < ${moment.now}`;
  const to = lastAppointmentTo === undefined ? null : endOf(lastAppointmentTo, moment);
  const within = [
    ...(lastAppointmentFrom === undefined
      ? []
      : [sql`a.starts_at >= ${startOf(lastAppointmentFrom, moment)}`]),
    ...(to === null ? [] : [sql`a.starts_at < ${to}`]),
  ];
  return [
    ...(within.length === 0 ? [] : [sql`p.id IN (${visits(clinicId, [past, ...within])})`]),
    ...(to === null
      ? []
      : [sql`NOT EXISTS (${visits(clinicId, [samePatient, past, sql`a.starts_at >= ${to}`])})`]),
    ...(noAppointmentSince === undefined
      ? []
      : [
          sql`NOT EXISTS (${visits(clinicId, [samePatient, notDropped, sql`a.starts_at >= ${startOf(noAppointmentSince, moment)}`])})`,
        ]),
  ];
};

const has = (
  table: 'patient_phone_numbers' | 'patient_emails',
  clinicId: string,
  wanted: boolean,
): Condition => {
  const rows = sql`EXISTS (SELECT FROM ${sql.table(table)} t WHERE t.clinic_id = ${clinicId} AND t.patient_id = p.id)`;
  return wanted ? rows : sql`NOT ${rows}`;
};

const asNumber = (monthDay: string): number => Number(monthDay.replace('-', ''));

const birthday = ({ birthdayFrom, birthdayTo }: PatientFilter): Condition[] => {
  if (birthdayFrom === undefined && birthdayTo === undefined) return [];
  const from = asNumber(birthdayFrom ?? '01-01');
  const to = asNumber(birthdayTo ?? '12-31');
  return from <= to
    ? [sql`p.birth_month_day BETWEEN ${from} AND ${to}`]
    : [sql`(p.birth_month_day >= ${from} OR p.birth_month_day <= ${to})`];
};

/** The conditions on `patients p` that the filter stands for, without its search text. */
export const conditionsOf = (
  { clinicId }: ClinicTransaction,
  filter: PatientFilter,
  moment: FilterMoment,
): Condition => {
  const { language, hasNumber, hasEmail, minor, balanceOver, tag, vip, archived } = filter;
  const comingOfAge = moment.today.subtract({ years: 18 }).toString();
  const conditions = [
    sql`p.clinic_id = ${clinicId} AND p.merged_into IS NULL`,
    ...(archived === 'without' ? [sql`p.archived_at IS NULL`] : []),
    ...(archived === 'only' ? [sql`p.archived_at IS NOT NULL`] : []),
    ...(language === undefined ? [] : [sql`p.language = ${language}`]),
    ...(hasNumber === undefined ? [] : [has('patient_phone_numbers', clinicId, hasNumber)]),
    ...(hasEmail === undefined ? [] : [has('patient_emails', clinicId, hasEmail)]),
    ...(minor === undefined
      ? []
      : [minor ? sql`p.birth_date > ${comingOfAge}::date` : sql`p.birth_date <= ${comingOfAge}::date`]),
    ...birthday(filter),
    ...(balanceOver === undefined ? [] : [sql`p.balance_cents > ${balanceOver}`]),
    ...(tag === undefined
      ? []
      : [sql`p.id IN (SELECT patient_id FROM patient_tags WHERE clinic_id = ${clinicId} AND tag = ${tag})`]),
    ...(vip === undefined ? [] : [vip ? sql`p.vip` : sql`NOT p.vip`]),
    ...nextAppointment(clinicId, filter, moment),
    ...lastAppointment(clinicId, filter, moment),
  ];
  return sql.join(conditions, sql` AND `);
};
