-- Who saw or changed what. Append-only: the product's role may insert and read, never change or delete.
CREATE TABLE audit_log (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  user_id uuid,
  action text NOT NULL,                       -- e.g. voicemail.listened, voicemail.deleted, call.transferred
  subject_kind text NOT NULL,
  subject_id uuid,
  detail jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (clinic_id, id)
);
CREATE INDEX audit_log_by_time ON audit_log (clinic_id, at DESC);
SELECT isolate_by_clinic(ARRAY['audit_log']::regclass[]);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$;
CREATE TRIGGER audit_log_append_only BEFORE UPDATE ON audit_log FOR EACH ROW EXECUTE FUNCTION refuse_change();
DO $$ BEGIN
  REVOKE UPDATE, DELETE ON audit_log FROM frontdesk_app;
EXCEPTION WHEN undefined_object THEN NULL;
END $$;
