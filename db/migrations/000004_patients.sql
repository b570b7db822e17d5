CREATE TABLE patients (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  given_name text NOT NULL,
  family_name text NOT NULL,
  birth_date date,
  language text CHECK (language IN ('en', 'de')),
  time_zone text,
  email text,
  balance_cents integer NOT NULL DEFAULT 0, -- what the patient owes, in the clinic's currency
  vip boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id)
);

CREATE TABLE patient_phone_numbers (
  clinic_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  phone_number text NOT NULL CHECK (phone_number ~ '^\+[1-9][0-9]{4,14}$'),
  label text NOT NULL DEFAULT 'mobile',
  PRIMARY KEY (clinic_id, patient_id, phone_number),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE CASCADE
);
CREATE INDEX patient_phone_numbers_by_number ON patient_phone_numbers (clinic_id, phone_number);

CREATE TABLE patient_guardians (
  clinic_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  guardian_id uuid NOT NULL,
  relation text NOT NULL CHECK (relation IN ('mother', 'father', 'guardian')),
  PRIMARY KEY (clinic_id, patient_id, guardian_id),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, guardian_id) REFERENCES patients ON DELETE CASCADE,
  CHECK (patient_id <> guardian_id)
);
CREATE INDEX patient_guardians_by_guardian ON patient_guardians (clinic_id, guardian_id);

CREATE TABLE leads (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,
  phone_number text CHECK (phone_number ~ '^\+[1-9][0-9]{4,14}$'),
  email text,
  language text CHECK (language IN ('en', 'de')),
  interest text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id)
);
CREATE INDEX leads_by_number ON leads (clinic_id, phone_number);

CREATE TABLE practitioners (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (clinic_id, id)
);

CREATE TABLE appointments (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  practitioner_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  reason text NOT NULL,
  status text NOT NULL DEFAULT 'booked'
    CHECK (status IN ('booked', 'confirmed', 'checked-in', 'completed', 'no-show', 'cancelled')),
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, practitioner_id) REFERENCES practitioners,
  CHECK (ends_at > starts_at)
);
CREATE INDEX appointments_by_start ON appointments (clinic_id, starts_at);
CREATE INDEX appointments_by_patient ON appointments (clinic_id, patient_id, starts_at);

SELECT isolate_by_clinic(ARRAY['patients', 'patient_phone_numbers', 'patient_guardians', 'leads', 'practitioners', 'appointments']::regclass[]);
