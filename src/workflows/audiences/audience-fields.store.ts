import { sql, type RawBuilder } from 'kysely';
import type { SqlField, SqlFields } from './rule-tree.store.ts';
import { isPatientField, type PatientField } from '../rules/fields.ts';
import type { ClinicCalendar } from '../rules/subject.ts';

export type AudienceView = { clinicId: string; calendar: ClinicCalendar; now: Temporal.Instant };

/** Appointments of `p` that somebody came to, or is expected at. */
export const visitsBefore = (now: Temporal.Instant): RawBuilder<unknown> => sql`
  (SELECT max(a.starts_at) FROM appointments a WHERE a.clinic_id = p.clinic_id AND a.patient_id = p.id
    AND a.starts_at <= ${now}::timestamptz AND a.status NOT IN ('cancelled', 'no-show'))`;
export const hasVisitAfter = (now: Temporal.Instant): RawBuilder<unknown> => sql`
  EXISTS (SELECT FROM appointments a WHERE a.clinic_id = p.clinic_id AND a.patient_id = p.id
    AND a.starts_at > ${now}::timestamptz AND a.status IN ('booked', 'confirmed'))`;

/** Of the treatment of `p` that goes on, else of the last one. */
export const treatmentPhase: RawBuilder<unknown> = sql`
  (SELECT t.phase FROM treatment_plans t WHERE t.clinic_id = p.clinic_id AND t.patient_id = p.id
    ORDER BY t.phase IN ('proposed', 'accepted', 'active', 'retention') DESC, t.created_at DESC, t.id DESC LIMIT 1)`;
export const hasFailedPayment: RawBuilder<unknown> = sql`
  EXISTS (SELECT FROM payments m WHERE m.clinic_id = p.clinic_id AND m.patient_id = p.id AND m.status = 'failed')`;

const number = (value: RawBuilder<unknown>): SqlField => ({ type: 'number', value });
const boolean = (value: RawBuilder<unknown>): SqlField => ({ type: 'boolean', value });

/** Units completed between two dates: the last one counts when its day is reached, as Temporal counts. */
const years = (from: RawBuilder<unknown>, to: string): RawBuilder<unknown> => sql`
  (CASE WHEN ${from} > ${to}::date
    THEN -(extract(year FROM ${from}) - extract(year FROM ${to}::date)
      - (to_char(${from}, 'MMDD') < to_char(${to}::date, 'MMDD'))::integer)
    ELSE extract(year FROM ${to}::date) - extract(year FROM ${from})
      - (to_char(${to}::date, 'MMDD') < to_char(${from}, 'MMDD'))::integer END)`;
const months = (from: RawBuilder<unknown>, to: string): RawBuilder<unknown> => sql`
  (SELECT (extract(year FROM ${to}::date) - extract(year FROM f.day)) * 12 + extract(month FROM ${to}::date) - extract(month FROM f.day)
    - (extract(day FROM ${to}::date) < extract(day FROM f.day))::integer FROM (SELECT ${from} AS day) f)`;

type MakeField = (view: AudienceView) => SqlField;
const today = ({ calendar, now }: AudienceView): string =>
  now.toZonedDateTimeISO(calendar.timeZone).toPlainDate().toString();

/** Every field of a patient (`rules/fields.ts`), of the row `p` of `patients`. */
const columns: Record<PatientField, MakeField> = {
  'patient.language': ({ calendar }) => ({
    type: 'text',
    value: sql`coalesce(p.language, ${calendar.language}::text)`,
  }),
  'patient.age': (view) => number(years(sql`p.birth_date`, today(view))),
  'patient.tags': () => ({
    type: 'list',
    has: (entry) => sql`EXISTS (SELECT FROM patient_tags t
      WHERE t.clinic_id = p.clinic_id AND t.patient_id = p.id AND t.tag = ${entry}::text)`,
  }),
  'patient.vip': () => boolean(sql`p.vip`),
  'patient.balanceCents': () => number(sql`p.balance_cents`),
  'patient.hasPhone': () =>
    boolean(
      sql`EXISTS (SELECT FROM patient_phone_numbers n WHERE n.clinic_id = p.clinic_id AND n.patient_id = p.id)`,
    ),
  'patient.hasEmail': () =>
    boolean(
      sql`EXISTS (SELECT FROM patient_emails m WHERE m.clinic_id = p.clinic_id AND m.patient_id = p.id)`,
    ),
  'patient.monthsSinceVisit': (view) =>
    number(
      months(
        sql`(${visitsBefore(view.now)} AT TIME ZONE ${view.calendar.timeZone}::text)::date`,
        today(view),
      ),
    ),
  'patient.hasVisitAhead': ({ now }) => boolean(hasVisitAfter(now)),
  'patient.treatmentPhase': () => ({ type: 'text', value: treatmentPhase }),
  'patient.hasFailedPayment': () => boolean(hasFailedPayment),
};

/** Fields of an appointment or an event are nobody's here: a patient alone has none. */
export const audienceFields =
  (view: AudienceView): SqlFields =>
  (field) =>
    isPatientField(field) ? columns[field](view) : null;
