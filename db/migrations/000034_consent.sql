-- Who may be contacted: their yes, their no, and what the gate said about each contact.

CREATE TABLE contact_consents (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('appointment', 'care', 'billing', 'feedback', 'marketing')),
  channel text CHECK (channel IN ('sms', 'email', 'call', 'in-app', 'push')), -- null: on every channel
  method text NOT NULL CHECK (method IN ('paper-form', 'web-form', 'email', 'sms', 'in-person', 'phone', 'imported')),
  written boolean NOT NULL GENERATED ALWAYS AS (method IN ('paper-form', 'web-form', 'email', 'sms')) STORED,
  obtained_at timestamptz NOT NULL,
  proof text,                                  -- where it is found: "signed form of 3 March, binder 12"
  recorded_at timestamptz NOT NULL,
  recorded_by uuid REFERENCES users ON DELETE SET NULL,
  withdrawn_at timestamptz,
  withdrawn_by uuid REFERENCES users ON DELETE SET NULL,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE CASCADE
);
CREATE INDEX contact_consents_by_patient ON contact_consents (clinic_id, patient_id, obtained_at DESC);
CREATE INDEX contact_consents_by_time ON contact_consents (clinic_id, recorded_at DESC, id DESC);

-- A no belongs to a person, to a number or address, or to both: a stop sent from a telephone holds for all who share it.
CREATE TABLE contact_opt_outs (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  patient_id uuid,
  address text,                                -- E.164, or an e-mail address in small letters
  channel text CHECK (channel IN ('sms', 'email', 'call', 'in-app', 'push')), -- null: on every channel
  purpose text CHECK (purpose IN ('appointment', 'care', 'billing', 'feedback', 'marketing')), -- null: for whatever
  how text NOT NULL CHECK (how IN ('keyword', 'words', 'key-press', 'link', 'complaint', 'carrier', 'staff', 'imported')),
  note text,
  since timestamptz NOT NULL,
  recorded_by uuid REFERENCES users ON DELETE SET NULL,
  lifted_at timestamptz,
  lifted_how text CHECK (lifted_how IN ('keyword', 'link', 'staff')),
  lifted_by uuid REFERENCES users ON DELETE SET NULL,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE CASCADE,
  CHECK (patient_id IS NOT NULL OR address IS NOT NULL),
  CHECK ((lifted_at IS NULL) = (lifted_how IS NULL))
);
-- Two stops in one instant are one: the confirmation goes out once.
CREATE UNIQUE INDEX contact_opt_outs_once ON contact_opt_outs (clinic_id, address, channel, purpose) NULLS NOT DISTINCT
  WHERE lifted_at IS NULL AND address IS NOT NULL;
CREATE INDEX contact_opt_outs_by_patient ON contact_opt_outs (clinic_id, patient_id) WHERE lifted_at IS NULL;
CREATE INDEX contact_opt_outs_by_time ON contact_opt_outs (clinic_id, since DESC, id DESC);

-- One row for each answer about one contact. The row that let it go out is its place among those that are counted.
CREATE TABLE contact_decisions (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  key text NOT NULL,                           -- of the contact: whoever asks again with it means the same one
  patient_id uuid NOT NULL,
  moment text NOT NULL CHECK (moment IN ('planning', 'sending')),
  channel text NOT NULL,
  purpose text NOT NULL,
  reason text NOT NULL,                        -- consent/rules/gate-decision.ts
  rule text,
  not_before timestamptz,
  consent_id uuid,                             -- each use of a consent: its proof is kept from then on
  decision jsonb NOT NULL,
  decided_at timestamptz NOT NULL,
  times integer NOT NULL DEFAULT 1,
  counted_at timestamptz,                      -- null: takes no place under the caps
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, key, moment, reason),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE CASCADE
);
CREATE INDEX contact_decisions_counted ON contact_decisions (clinic_id, patient_id, counted_at) WHERE counted_at IS NOT NULL;
CREATE INDEX contact_decisions_by_patient ON contact_decisions (clinic_id, patient_id, decided_at DESC, id DESC);

SELECT isolate_by_clinic(ARRAY['contact_consents', 'contact_opt_outs', 'contact_decisions']::regclass[]);
