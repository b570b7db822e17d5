-- A transcript put right by a person, beside the original; and a bin, out of which a deleted message can be taken again.
ALTER TABLE voicemail_messages
  ADD COLUMN corrected bytea,                   -- sealed like the transcript, under a context of its own
  ADD COLUMN corrected_by uuid REFERENCES users ON DELETE SET NULL,
  ADD COLUMN corrected_at timestamptz,
  ADD COLUMN binned_at timestamptz,             -- off the lists; the content goes a day later
  ADD COLUMN binned_by uuid REFERENCES users ON DELETE SET NULL,
  ADD CHECK (deleted_at IS NULL OR (audio IS NULL AND transcript IS NULL AND corrected IS NULL));

-- A call's terms for the search are kept when it is over, not while a caller waits for the answer to its first webhook.
-- Calls under way are found without them, among the newest.
DROP TRIGGER call_logs_added ON call_logs;
DROP FUNCTION add_call_terms;
CREATE FUNCTION keep_call_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO call_search_terms (clinic_id, term, number)
    SELECT NEW.clinic_id, term, NEW.other_number FROM call_terms(NEW.other_number, NEW.caller_name) AS term
    ORDER BY term
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER call_logs_over AFTER INSERT OR UPDATE OF status ON call_logs
  FOR EACH ROW WHEN (NEW.status = 'ended') EXECUTE FUNCTION keep_call_terms();
