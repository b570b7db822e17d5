-- Discarded and published drafts leave their revision behind, so that a page that still shows the old one cannot save over a new one.
ALTER TABLE routing_drafts ALTER COLUMN document DROP NOT NULL; -- null: there is no draft

-- What somebody has recorded for callers to hear. Removed when no draft and no publication uses it any more.
CREATE TABLE greeting_recordings (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  language text NOT NULL CHECK (language IN ('en', 'de')),
  transcript text NOT NULL,                           -- the words that are spoken; '' = not written down
  seconds double precision NOT NULL,
  audio bytea NOT NULL,                               -- WAV, PCM, mono
  recorded_by uuid REFERENCES users ON DELETE SET NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, id)
);
SELECT isolate_by_clinic(ARRAY['greeting_recordings']::regclass[]);
