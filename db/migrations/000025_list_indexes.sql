-- What is few among many: without these the whole list is read to find it.
CREATE INDEX patients_archived ON patients (clinic_id, sort_name, id) WHERE merged_into IS NULL AND archived_at IS NOT NULL;
CREATE INDEX voicemail_messages_to_do ON voicemail_messages (clinic_id, received_at DESC, id DESC)
  WHERE deleted_at IS NULL AND status <> 'done';
CREATE INDEX voicemail_messages_by_department ON voicemail_messages (clinic_id, department_id, received_at DESC, id DESC)
  WHERE deleted_at IS NULL;
-- Patient numbers are found whatever their letters' case. `lower()` of a column is nothing that row-level security lets an
-- index answer; a column of its own is.
ALTER TABLE patient_identifiers ADD COLUMN folded text NOT NULL GENERATED ALWAYS AS (lower(value)) STORED;
CREATE INDEX patient_identifiers_by_folded ON patient_identifiers (clinic_id, folded);
DROP INDEX patient_identifiers_by_value;
CREATE INDEX voicemail_messages_binned ON voicemail_messages (clinic_id, received_at DESC, id DESC)
  WHERE deleted_at IS NULL AND binned_at IS NOT NULL;
