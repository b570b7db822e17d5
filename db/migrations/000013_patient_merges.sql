-- Two records of one person. What the merge moved is kept, so that it can be taken apart again.
CREATE TABLE patient_merges (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  kept_id uuid NOT NULL,
  merged_id uuid NOT NULL,
  merged_at timestamptz NOT NULL,
  merged_by uuid REFERENCES users ON DELETE SET NULL,
  before jsonb NOT NULL,                       -- the rows of both as they were
  after jsonb NOT NULL,                        -- and as the merge left them: only then it can be undone
  undone_at timestamptz,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, kept_id) REFERENCES patients ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, merged_id) REFERENCES patients ON DELETE CASCADE
);
CREATE INDEX patient_merges_by_kept ON patient_merges (clinic_id, kept_id);

-- Somebody looked and said: these are two people.
CREATE TABLE distinct_patients (
  clinic_id uuid NOT NULL,
  one_id uuid NOT NULL,
  other_id uuid NOT NULL,
  said_at timestamptz NOT NULL,
  said_by uuid REFERENCES users ON DELETE SET NULL,
  PRIMARY KEY (clinic_id, one_id, other_id),
  FOREIGN KEY (clinic_id, one_id) REFERENCES patients ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, other_id) REFERENCES patients ON DELETE CASCADE,
  CHECK (one_id < other_id)
);
SELECT isolate_by_clinic(ARRAY['patient_merges', 'distinct_patients']::regclass[]);

-- A call was noted as somebody's without a foreign key; with one, a merge finds it like everything else.
DO $$
DECLARE c uuid;
BEGIN
  FOR c IN SELECT id FROM clinics LOOP
    PERFORM set_config('frontdesk.clinic_id', c::text, true);
    UPDATE call_logs l SET patient_id = NULL WHERE clinic_id = c AND patient_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM patients p WHERE p.clinic_id = c AND p.id = l.patient_id);
  END LOOP;
  PERFORM set_config('frontdesk.clinic_id', '', true);
END $$;
ALTER TABLE call_logs ADD FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE SET NULL (patient_id);
