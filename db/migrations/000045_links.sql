-- Links in messages end by themselves and can be taken back, and stand for the person they were written to.
-- A code is made from what the link stands for, with the installation's key: whoever does not have the key cannot make one.

DELETE FROM message_links;
ALTER TABLE message_links
  ADD COLUMN patient_id uuid,                 -- null: an address that belongs to nobody we know
  ADD COLUMN expires_at timestamptz NOT NULL,
  ADD COLUMN revoked_at timestamptz,
  ADD FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE CASCADE;
CREATE INDEX message_links_by_patient ON message_links (clinic_id, patient_id) WHERE revoked_at IS NULL;

-- The message that somebody answered with a no: where it can be looked up.
ALTER TABLE contact_opt_outs ADD COLUMN message_id uuid;

-- Where opens and clicks are noted.
ALTER TABLE messages ADD COLUMN clicked_at timestamptz;
