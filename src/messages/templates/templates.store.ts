import { randomUUIDv7 } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { TemplateDraft, TemplateView } from '../rules/template-views.ts';

type Row = Omit<TemplateView, 'updatedAt' | 'archivedAt'> & {
  updatedAt: Temporal.Instant;
  archivedAt: Temporal.Instant | null;
};

const selectViews = async (
  trx: ClinicTransaction,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<TemplateView[]> => {
  const { rows } = await sql<Row>`
    SELECT t.id, t.name, t.channel, t.purpose, t.about, v.texts, t.version, t.revision, t.updated_at AS "updatedAt", u.name AS "updatedBy",
      t.archived_at AS "archivedAt"
    FROM message_templates t
    JOIN message_template_versions v ON v.clinic_id = t.clinic_id AND v.template_id = t.id AND v.version = t.version
    LEFT JOIN users u ON u.id = v.saved_by
    WHERE t.clinic_id = ${trx.clinicId} AND ${where}
    ORDER BY lower(t.name), t.id LIMIT ${limit}`.execute(trx);
  return rows.map(({ updatedAt, archivedAt, ...row }) => ({
    ...row,
    updatedAt: updatedAt.toString(),
    archivedAt: archivedAt?.toString() ?? null,
  }));
};

/** Those that are in use, by name, after the one with this id. */
export const selectTemplates = (
  trx: ClinicTransaction,
  { channel, after, limit }: { channel: string | undefined; after: string | null; limit: number },
): Promise<TemplateView[]> =>
  selectViews(
    trx,
    sql`t.archived_at IS NULL AND ${channel === undefined ? sql`true` : sql`t.channel = ${channel}`}
      AND ${
        after === null
          ? sql`true`
          : sql`(lower(t.name), t.id) > (SELECT lower(a.name), a.id FROM message_templates a WHERE a.clinic_id = ${trx.clinicId} AND a.id = ${after})`
      }`,
    limit,
  );

export const selectTemplate = async (trx: ClinicTransaction, id: string): Promise<TemplateView | null> =>
  (await selectViews(trx, sql`t.id = ${id}`, 1))[0] ?? null;

export type TemplateState = { version: number; revision: number; archived: boolean };

export const lockTemplate = async (trx: ClinicTransaction, id: string): Promise<TemplateState | null> => {
  const { rows } = await sql<TemplateState>`
    SELECT version, revision, archived_at IS NOT NULL AS archived FROM message_templates
    WHERE clinic_id = ${trx.clinicId} AND id = ${id} FOR UPDATE`.execute(trx);
  return rows[0] ?? null;
};

export const isNameTaken = async (
  trx: ClinicTransaction,
  name: string,
  except: string | null,
): Promise<boolean> => {
  const { rows } =
    await sql`SELECT FROM message_templates WHERE clinic_id = ${trx.clinicId} AND lower(name) = lower(${name})
    AND archived_at IS NULL AND id IS DISTINCT FROM ${except}::uuid`.execute(trx);
  return rows.length > 0;
};

type Saved = { userId: string; at: Temporal.Instant };

/** @returns null: somebody has made one of this name a moment ago */
export const insertTemplate = async (
  trx: ClinicTransaction,
  { name, channel, purpose, about, texts }: TemplateDraft,
  { userId, at }: Saved,
): Promise<string | null> => {
  const id = randomUUIDv7();
  const { rows } = await sql<{ id: string }>`
    INSERT INTO message_templates (clinic_id, id, name, channel, purpose, about, created_at, updated_at)
    VALUES (${trx.clinicId}, ${id}, ${name}, ${channel}, ${purpose}, ${about}, ${at}, ${at})
    ON CONFLICT (clinic_id, lower(name)) WHERE archived_at IS NULL DO NOTHING RETURNING id`.execute(trx);
  if (rows.length === 0) return null;
  await insertVersion(trx, { id, version: 1, texts: JSON.stringify(texts) }, { userId, at });
  return id;
};

const insertVersion = async (
  trx: ClinicTransaction,
  { id, version, texts }: { id: string; version: number; texts: string },
  { userId, at }: Saved,
): Promise<void> => {
  await sql`INSERT INTO message_template_versions (clinic_id, template_id, version, texts, saved_at, saved_by)
    VALUES (${trx.clinicId}, ${id}, ${version}, ${texts}::jsonb, ${at}, ${userId})`.execute(trx);
};

/** A new version: what was sent before keeps saying from which one it was written. */
export const updateTemplate = async (
  trx: ClinicTransaction,
  id: string,
  { version, ...draft }: Omit<TemplateDraft, 'channel'> & { version: number },
  saved: Saved,
): Promise<void> => {
  await insertVersion(trx, { id, version, texts: JSON.stringify(draft.texts) }, saved);
  await sql`UPDATE message_templates SET name = ${draft.name}, purpose = ${draft.purpose}, about = ${draft.about},
      version = ${version}, revision = revision + 1, updated_at = ${saved.at}
    WHERE clinic_id = ${trx.clinicId} AND id = ${id}`.execute(trx);
};

export const archiveTemplate = async (
  trx: ClinicTransaction,
  id: string,
  at: Temporal.Instant,
): Promise<boolean> => {
  const { numAffectedRows } =
    await sql`UPDATE message_templates SET archived_at = ${at}, revision = revision + 1
    WHERE clinic_id = ${trx.clinicId} AND id = ${id} AND archived_at IS NULL`.execute(trx);
  return numAffectedRows === 1n;
};

/** What a message costs here. */
export const selectPrices = async (
  trx: ClinicTransaction,
): Promise<{ currency: string; segmentPriceMicros: number }> => {
  const { rows } = await sql<{ currency: string; segmentPriceMicros: number }>`
    SELECT c.currency, coalesce(s.segment_price_micros, 8300) AS "segmentPriceMicros"
    FROM clinics c LEFT JOIN message_settings s ON s.clinic_id = c.id WHERE c.id = ${trx.clinicId}`.execute(
    trx,
  );
  return rows[0]!;
};

/** The appointment a text about one patient would name: their next, else their last. */
export const selectSomeAppointment = async (
  trx: ClinicTransaction,
  patientId: string,
  now: Temporal.Instant,
): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM appointments WHERE clinic_id = ${trx.clinicId} AND patient_id = ${patientId}
    ORDER BY starts_at < ${now}, abs(extract(epoch FROM starts_at - ${now}::timestamptz)) LIMIT 1`.execute(
    trx,
  );
  return rows[0]?.id ?? null;
};
