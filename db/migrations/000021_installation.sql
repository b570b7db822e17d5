-- Who may change what belongs to the whole installation: carrier, mail server, speech. Not the owner of any one clinic
-- of a shared installation. Where there are owners already, the first of them is the one who set it up.
ALTER TABLE users ADD COLUMN installation_admin boolean NOT NULL DEFAULT false;
UPDATE users SET installation_admin = true
WHERE id = (SELECT user_id FROM clinic_members WHERE role = 'owner' ORDER BY created_at, id LIMIT 1);

-- Settings of the installation, one row a section, sealed with the encryption key (context: installation:<name>).
CREATE TABLE installation_settings (
  name text PRIMARY KEY CHECK (name IN ('carrier', 'mail', 'speech', 'transcription')),
  sealed bytea NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by uuid REFERENCES users ON DELETE SET NULL
);

-- Prompts spoken by the speech service, so that each is paid for and waited for once.
CREATE TABLE speech_audio (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  key text NOT NULL,                          -- hash of vendor, voice and text
  wave bytea NOT NULL,                        -- µ-law, 8 kHz
  created_at timestamptz NOT NULL,
  used_on date NOT NULL,                      -- to the day: one not used for a long time is removed
  PRIMARY KEY (clinic_id, key)
);
CREATE INDEX speech_audio_by_use ON speech_audio (clinic_id, used_on);
SELECT isolate_by_clinic(ARRAY['speech_audio']::regclass[]);
