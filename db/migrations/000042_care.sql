-- What is done for a patient and what it costs, in the small form that events, messages and callers need. The practice
-- system keeps the whole of it.
CREATE TABLE treatment_plans (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  phase text NOT NULL CHECK (phase IN ('proposed', 'accepted', 'active', 'retention', 'completed', 'declined', 'stopped')),
  phase_since timestamptz NOT NULL,
  milestone text CHECK (milestone <> ''),      -- the last point that mattered: half way, brackets off
  total_cents integer CHECK (total_cents >= 0),
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  link text CHECK (link LIKE 'https://%'),     -- where the patient reads it
  source text NOT NULL,                        -- who named it: a practice system, as events do
  reference text,                              -- what it is called there
  created_at timestamptz NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, source, reference),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE CASCADE
);
CREATE INDEX treatment_plans_by_patient ON treatment_plans (clinic_id, patient_id, created_at DESC, id DESC);

CREATE TABLE procedures (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  plan_id uuid,
  practitioner_id uuid,
  code text CHECK (code <> ''),
  name text NOT NULL CHECK (name <> ''),
  done_at timestamptz,                         -- null: planned
  source text NOT NULL,
  reference text,
  created_at timestamptz NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, source, reference),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, plan_id) REFERENCES treatment_plans ON DELETE SET NULL (plan_id),
  FOREIGN KEY (clinic_id, practitioner_id) REFERENCES practitioners ON DELETE SET NULL (practitioner_id)
);
CREATE INDEX procedures_by_patient ON procedures (clinic_id, patient_id, done_at DESC NULLS FIRST, id DESC);
CREATE INDEX procedures_by_plan ON procedures (clinic_id, plan_id) WHERE plan_id IS NOT NULL;
CREATE INDEX procedures_by_practitioner ON procedures (clinic_id, practitioner_id) WHERE practitioner_id IS NOT NULL;

CREATE TABLE payments (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  plan_id uuid,
  amount_cents integer NOT NULL CHECK (amount_cents >= 0),
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  due_on date,
  status text NOT NULL CHECK (status IN ('due', 'failed', 'received', 'withdrawn')),
  status_since timestamptz NOT NULL,
  fault text CHECK (fault <> ''),              -- why it failed, as the payment service names it
  link text CHECK (link LIKE 'https://%'),     -- where it is paid
  source text NOT NULL,
  reference text,
  due_recorded boolean NOT NULL DEFAULT false, -- whether PAYMENT_DUE has been recorded
  moved_cents integer NOT NULL DEFAULT 0,      -- by how much it has changed what the patient owes: taken back with it
  created_at timestamptz NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, source, reference),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, plan_id) REFERENCES treatment_plans ON DELETE SET NULL (plan_id)
);
CREATE INDEX payments_by_patient ON payments (clinic_id, patient_id, created_at DESC, id DESC);
CREATE INDEX payments_by_plan ON payments (clinic_id, plan_id) WHERE plan_id IS NOT NULL;
CREATE INDEX payments_to_announce ON payments (clinic_id, due_on) WHERE status = 'due' AND NOT due_recorded;

SELECT isolate_by_clinic(ARRAY['treatment_plans', 'procedures', 'payments']::regclass[]);
