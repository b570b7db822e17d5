-- The appointment book: what kinds of visit there are, and appointments that are changed here and not only read in.
CREATE TABLE appointment_types (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  minutes integer NOT NULL CHECK (minutes BETWEEN 5 AND 720),
  colour text NOT NULL DEFAULT 'blue' CHECK (colour IN ('blue', 'teal', 'green', 'yellow', 'orange', 'pink', 'violet', 'grey')),
  archived_at timestamptz,                    -- appointments of the past keep their type
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, name)
);
SELECT isolate_by_clinic(ARRAY['appointment_types']::regclass[]);

ALTER TABLE practitioners ADD COLUMN archived_at timestamptz;

ALTER TABLE appointments
  ADD COLUMN type_id uuid,
  ADD COLUMN revision integer NOT NULL DEFAULT 1, -- counts changes: whoever changes says which one they saw
  ADD COLUMN cancelled_by text CHECK (cancelled_by IN ('patient', 'clinic', 'unknown')),
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
  ADD FOREIGN KEY (clinic_id, type_id) REFERENCES appointment_types;
CREATE INDEX appointments_by_practitioner ON appointments (clinic_id, practitioner_id, starts_at);
CREATE INDEX appointments_by_type ON appointments (clinic_id, type_id) WHERE type_id IS NOT NULL;
