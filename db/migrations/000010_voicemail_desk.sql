-- A transcript put right by a person, beside the original; and a bin, out of which a deleted message can be taken again.
ALTER TABLE voicemail_messages
  ADD COLUMN corrected bytea,                   -- sealed like the transcript, under a context of its own
  ADD COLUMN corrected_by uuid REFERENCES users ON DELETE SET NULL,
  ADD COLUMN corrected_at timestamptz,
  ADD COLUMN binned_at timestamptz,             -- off the lists; the content goes a day later
  ADD COLUMN binned_by uuid REFERENCES users ON DELETE SET NULL,
  ADD CHECK (deleted_at IS NULL OR (audio IS NULL AND transcript IS NULL AND corrected IS NULL));
