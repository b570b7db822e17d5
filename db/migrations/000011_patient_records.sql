-- What a practice keeps about a person besides the name: several numbers and addresses, other systems' numbers, tags, notes.

-- Lower case without accents, for sorting: "Ångström" stands where "Angstrom" would. Built-in functions only, so that
-- no extension is needed and the column below may be generated.
CREATE FUNCTION plain_text(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN lower(replace(replace(replace(translate(
    regexp_replace(normalize($1, NFD), '[\u0300-\u036f]', '', 'g'), 'ŁłØøĐđıÞþ', 'LlOoDdiTt'), 'ß', 'ss'), 'œ', 'oe'), 'æ', 'ae'));

ALTER TABLE patients
  ADD COLUMN preferred_name text,
  ADD COLUMN salutation text,
  ADD COLUMN gender text CHECK (gender IN ('female', 'male', 'other', 'unknown')),
  ADD COLUMN street text,
  ADD COLUMN postal_code text,
  ADD COLUMN city text,
  ADD COLUMN region text,
  ADD COLUMN country text CHECK (country ~ '^[A-Z]{2}$'),
  ADD COLUMN spoken_languages text[] NOT NULL DEFAULT '{}', -- BCP 47, also those that Frontdesk does not speak
  ADD COLUMN revision integer NOT NULL DEFAULT 1,           -- counts changes: whoever changes says which one they saw
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN archived_at timestamptz,
  ADD COLUMN merged_into uuid,                              -- a duplicate: the person is the other one
  ADD COLUMN sort_name text COLLATE "C" NOT NULL GENERATED ALWAYS AS (plain_text(family_name) || ' ' || plain_text(given_name)) STORED,
  ADD COLUMN birth_month_day smallint GENERATED ALWAYS AS (extract(month FROM birth_date) * 100 + extract(day FROM birth_date)) STORED,
  ADD FOREIGN KEY (clinic_id, merged_into) REFERENCES patients ON DELETE CASCADE,
  ADD CHECK (merged_into <> id);

ALTER TABLE patient_phone_numbers RENAME COLUMN label TO kind;
ALTER TABLE patient_phone_numbers
  ADD COLUMN preferred boolean NOT NULL DEFAULT false,
  ADD COLUMN takes_sms boolean NOT NULL DEFAULT true,
  ADD COLUMN unreachable boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX patient_phone_numbers_preferred ON patient_phone_numbers (clinic_id, patient_id) WHERE preferred;

CREATE TABLE patient_emails (
  clinic_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  email text NOT NULL CHECK (email = lower(email) AND email LIKE '%_@_%'),
  preferred boolean NOT NULL DEFAULT false,
  PRIMARY KEY (clinic_id, patient_id, email),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE CASCADE
);
CREATE UNIQUE INDEX patient_emails_preferred ON patient_emails (clinic_id, patient_id) WHERE preferred;
CREATE INDEX patient_emails_by_email ON patient_emails (clinic_id, email);
SELECT isolate_by_clinic(ARRAY['patient_emails']::regclass[]);

-- One clinic after the other: the row-level security that is forced on the owner shows one at a time.
DO $$
DECLARE c uuid;
BEGIN
  FOR c IN SELECT id FROM clinics LOOP
    PERFORM set_config('frontdesk.clinic_id', c::text, true);
    INSERT INTO patient_emails (clinic_id, patient_id, email, preferred)
      SELECT clinic_id, id, lower(trim(email)), true FROM patients WHERE clinic_id = c AND email LIKE '%_@_%';
    UPDATE patient_phone_numbers SET kind = 'other' WHERE clinic_id = c AND kind NOT IN ('mobile', 'home', 'work');
    UPDATE patient_phone_numbers n SET preferred = true WHERE clinic_id = c
      AND phone_number = (SELECT min(phone_number) FROM patient_phone_numbers m WHERE m.clinic_id = c AND m.patient_id = n.patient_id);
  END LOOP;
  PERFORM set_config('frontdesk.clinic_id', '', true);
END $$;
ALTER TABLE patients DROP COLUMN email;
ALTER TABLE patient_phone_numbers ADD CHECK (kind IN ('mobile', 'home', 'work', 'other'));

-- What other systems call this person. System 'practice' is the patient number that the staff say aloud.
CREATE TABLE patient_identifiers (
  clinic_id uuid NOT NULL,
  system text NOT NULL DEFAULT 'practice',
  value text NOT NULL CHECK (value <> ''),
  patient_id uuid NOT NULL,
  PRIMARY KEY (clinic_id, system, value),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE CASCADE
);
CREATE INDEX patient_identifiers_by_patient ON patient_identifiers (clinic_id, patient_id);
CREATE INDEX patient_identifiers_by_value ON patient_identifiers (clinic_id, lower(value));

CREATE TABLE patient_tags (
  clinic_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  tag text NOT NULL CHECK (tag <> ''),
  PRIMARY KEY (clinic_id, patient_id, tag),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE CASCADE
);
CREATE INDEX patient_tags_by_tag ON patient_tags (clinic_id, tag, patient_id);

CREATE TABLE patient_notes (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  author_id uuid REFERENCES users ON DELETE SET NULL, -- null: an import, or somebody who is gone
  body text NOT NULL CHECK (body <> ''),
  pinned boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  edited_at timestamptz,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE CASCADE
);
CREATE INDEX patient_notes_by_patient ON patient_notes (clinic_id, patient_id, created_at DESC, id DESC);

ALTER TABLE patient_guardians
  DROP CONSTRAINT patient_guardians_relation_check,
  ADD CHECK (relation IN ('mother', 'father', 'grandparent', 'guardian', 'carer')),
  ADD COLUMN speaks_for boolean NOT NULL DEFAULT true; -- may decide for them on the telephone

SELECT isolate_by_clinic(ARRAY['patient_identifiers', 'patient_tags', 'patient_notes']::regclass[]);

-- The list in its orders, and its filters. Without merged people, who are nowhere but in the redirect.
CREATE INDEX patients_by_name ON patients (clinic_id, sort_name, id) WHERE merged_into IS NULL;
CREATE INDEX patients_by_created ON patients (clinic_id, created_at DESC, id DESC) WHERE merged_into IS NULL;
CREATE INDEX patients_by_age ON patients (clinic_id, coalesce(birth_date, 'infinity'::date), id) WHERE merged_into IS NULL;
CREATE INDEX patients_by_birth_date ON patients (clinic_id, birth_date) WHERE merged_into IS NULL;
CREATE INDEX patients_by_birthday ON patients (clinic_id, birth_month_day) WHERE merged_into IS NULL;
CREATE INDEX patients_by_balance ON patients (clinic_id, balance_cents DESC, id DESC) WHERE merged_into IS NULL;
CREATE INDEX patients_vip ON patients (clinic_id, sort_name, id) WHERE merged_into IS NULL AND vip;
CREATE INDEX patients_merged ON patients (clinic_id, merged_into) WHERE merged_into IS NOT NULL;
-- The story of one person: their calls, and who changed what.
CREATE INDEX call_logs_by_patient ON call_logs (clinic_id, patient_id, started_at DESC, id DESC) WHERE patient_id IS NOT NULL;
CREATE INDEX call_logs_by_to ON call_logs (clinic_id, to_number, started_at DESC);
CREATE INDEX audit_log_by_subject ON audit_log (clinic_id, subject_id, at DESC) WHERE subject_id IS NOT NULL;
