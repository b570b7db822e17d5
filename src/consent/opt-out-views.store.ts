import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { ConsentCursor } from './rules/consent-cursor.ts';
import type { OptOutView } from './rules/opt-out-view.ts';

type Row = Omit<OptOutView, 'patient' | 'since' | 'liftedAt'> & {
  patientId: string | null;
  patientName: string | null;
  since: Temporal.Instant;
  liftedAt: Temporal.Instant | null;
};

const select = (trx: ClinicTransaction, where: RawBuilder<unknown>) => sql<Row>`
  SELECT o.id, p.id AS "patientId", p.given_name || ' ' || p.family_name AS "patientName", o.address, o.channel, o.purpose,
    o.how, o.note, o.since, r.name AS "recordedBy", o.lifted_at AS "liftedAt", o.lifted_how AS "liftedHow", l.name AS "liftedBy"
  FROM contact_opt_outs o
  LEFT JOIN patients p ON p.clinic_id = o.clinic_id AND p.id = o.patient_id
  LEFT JOIN users r ON r.id = o.recorded_by LEFT JOIN users l ON l.id = o.lifted_by
  WHERE o.clinic_id = ${trx.clinicId} AND ${where}`;

const viewOf = ({ patientId, patientName, since, liftedAt, ...row }: Row): OptOutView => ({
  ...row,
  patient: patientId === null ? null : { id: patientId, name: patientName ?? '' },
  since: since.toString(),
  liftedAt: liftedAt?.toString() ?? null,
});

export type OptOutFilter = {
  channel: string | undefined;
  lifted: boolean | undefined;
  /** null: whoever it is. Those of these people, or with one of these addresses, or digits in them */
  whose: { patientIds: readonly string[]; addresses: readonly string[]; part: string | null } | null;
  after: ConsentCursor | null;
  limit: number;
};

/** Newest first. */
export const selectOptOutPage = async (
  trx: ClinicTransaction,
  { channel, lifted, whose, after, limit }: OptOutFilter,
): Promise<OptOutView[]> => {
  const where = sql.join(
    [
      sql`true`,
      ...(channel === undefined ? [] : [sql`o.channel = ${channel}`]),
      ...(lifted === undefined ? [] : [sql`(o.lifted_at IS NOT NULL) = ${lifted}::boolean`]),
      ...(whose === null
        ? []
        : [
            sql`(o.patient_id = ANY(${whose.patientIds}::uuid[]) OR o.address = ANY(${whose.addresses}::text[])
              OR strpos(o.address, ${whose.part}) > 0)`,
          ]),
      ...(after === null ? [] : [sql`(o.since, o.id) < (${after.at}::timestamptz, ${after.id}::uuid)`]),
    ],
    sql` AND `,
  );
  const order = sql`ORDER BY o.since DESC, o.id DESC LIMIT ${limit}`;
  return (await sql<Row>`${select(trx, where)} ${order}`.execute(trx)).rows.map(viewOf);
};

/** The numbers and addresses by which somebody is reached: a no from one of them is theirs. */
export const selectAddresses = async (trx: ClinicTransaction, patientId: string): Promise<string[]> => {
  const { rows } = await sql<{ address: string }>`
    SELECT phone_number AS address FROM patient_phone_numbers WHERE clinic_id = ${trx.clinicId} AND patient_id = ${patientId}
    UNION ALL SELECT email FROM patient_emails WHERE clinic_id = ${trx.clinicId} AND patient_id = ${patientId}`.execute(
    trx,
  );
  return rows.map(({ address }) => address);
};
