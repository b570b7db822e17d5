import { sql } from 'kysely';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { TemplateTexts } from '../rules/template-texts.ts';

type Row = {
  id: string;
  name: string;
  channel: string;
  purpose: string;
  about: string;
  texts: TemplateTexts;
};

/** Archived from the beginning: what is archived is sent, but not offered. */
export const insertStepTexts = async (
  trx: ClinicTransaction,
  rows: readonly Row[],
  userId: string,
  now: Temporal.Instant,
): Promise<void> => {
  await sql`
    WITH r AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r(id uuid, name text, channel text, purpose text, about text, texts jsonb)
    ), templates AS (
      INSERT INTO message_templates (clinic_id, id, name, channel, purpose, about, created_at, updated_at, archived_at)
      SELECT ${trx.clinicId}, r.id, r.name, r.channel, r.purpose, r.about, ${now}, ${now}, ${now} FROM r
    )
    INSERT INTO message_template_versions (clinic_id, template_id, version, texts, saved_at, saved_by)
    SELECT ${trx.clinicId}, r.id, 1, r.texts, ${now}, ${userId} FROM r`.execute(trx);
};
