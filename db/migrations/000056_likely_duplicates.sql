-- Who may be one person, kept instead of searched for: comparing everybody with everybody takes half a second in a large
-- practice. Who is new or changed is marked, and whoever asks next compares those.
CREATE TABLE likely_duplicates (
  clinic_id uuid NOT NULL,
  one_id uuid NOT NULL,                        -- the older record: it is the one that the practice knows
  other_id uuid NOT NULL,
  reasons text[] NOT NULL CHECK (cardinality(reasons) > 0),
  found smallint NOT NULL CHECK (found > 0),   -- in how many ways they match: the surest first
  PRIMARY KEY (clinic_id, one_id, other_id),
  FOREIGN KEY (clinic_id, one_id) REFERENCES patients ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, other_id) REFERENCES patients ON DELETE CASCADE,
  CHECK (one_id < other_id)
);
CREATE INDEX likely_duplicates_surest ON likely_duplicates (clinic_id, found DESC, one_id, other_id);
CREATE INDEX likely_duplicates_by_other ON likely_duplicates (clinic_id, other_id);

CREATE TABLE patients_to_compare (
  clinic_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  PRIMARY KEY (clinic_id, patient_id),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE CASCADE
);
SELECT isolate_by_clinic(ARRAY['likely_duplicates', 'patients_to_compare']::regclass[]);

-- Locks each mark, also one that is there already: whoever compares passes over what is locked, and so nobody takes a
-- mark away who has not seen the change it stands for. In order, so that two who mark the same people do not wait for
-- each other.
CREATE FUNCTION mark_to_compare(clinics uuid[], ids uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO patients_to_compare AS m (clinic_id, patient_id)
  SELECT DISTINCT p.clinic_id, p.id FROM unnest(clinics, ids) AS c(clinic_id, id)
  JOIN patients p ON p.clinic_id = c.clinic_id AND p.id = c.id -- somebody who is being deleted has numbers, but is gone
  ORDER BY 1, 2
  ON CONFLICT (clinic_id, patient_id) DO UPDATE SET patient_id = excluded.patient_id WHERE false
$$;

CREATE FUNCTION mark_added_patients() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_to_compare(array_agg(clinic_id), array_agg(id)) FROM added;
  RETURN NULL;
END $$;
CREATE FUNCTION mark_changed_patients() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_to_compare(array_agg(a.clinic_id), array_agg(a.id))
  FROM changed a JOIN before b ON b.clinic_id = a.clinic_id AND b.id = a.id
  WHERE (a.sort_name, a.given_name, a.birth_date, a.merged_into, a.archived_at)
    IS DISTINCT FROM (b.sort_name, b.given_name, b.birth_date, b.merged_into, b.archived_at);
  RETURN NULL;
END $$;
-- For numbers and addresses: whose they are, and whose they were.
CREATE FUNCTION mark_owners() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_to_compare(array_agg(clinic_id), array_agg(patient_id)) FROM touched;
  RETURN NULL;
END $$;
CREATE FUNCTION mark_owners_then_and_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM mark_to_compare(array_agg(clinic_id), array_agg(patient_id))
  FROM (SELECT clinic_id, patient_id FROM touched UNION SELECT clinic_id, patient_id FROM before) AS both_times;
  RETURN NULL;
END $$;

-- Who compares keeps the pairs from referring to somebody who is just being deleted, and who deletes waits for them:
-- the same lock as in `duplicates.store.ts`.
CREATE FUNCTION wait_for_comparison() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('patients.compare:' || current_clinic(), 0)) WHERE current_clinic() IS NOT NULL;
  RETURN NULL;
END $$;

-- Who is there already. One clinic after the other: the row-level security that is forced on the owner shows one at a time.
DO $$
DECLARE c uuid;
BEGIN
  FOR c IN SELECT id FROM clinics LOOP
    PERFORM set_config('frontdesk.clinic_id', c::text, true);
    INSERT INTO patients_to_compare (clinic_id, patient_id)
      SELECT clinic_id, id FROM patients WHERE clinic_id = c AND merged_into IS NULL AND archived_at IS NULL;
  END LOOP;
  PERFORM set_config('frontdesk.clinic_id', '', true);
END $$;

CREATE TRIGGER patients_to_compare_added AFTER INSERT ON patients
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION mark_added_patients();
CREATE TRIGGER patients_to_compare_changed AFTER UPDATE ON patients
  REFERENCING NEW TABLE AS changed OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION mark_changed_patients();
CREATE TRIGGER patients_comparison_over BEFORE DELETE ON patients FOR EACH STATEMENT EXECUTE FUNCTION wait_for_comparison();
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['patient_phone_numbers', 'patient_emails'] LOOP
    EXECUTE format('CREATE TRIGGER %s_added AFTER INSERT ON %1$s
      REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION mark_owners()', t);
    EXECUTE format('CREATE TRIGGER %s_changed AFTER UPDATE ON %1$s
      REFERENCING NEW TABLE AS touched OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION mark_owners_then_and_now()', t);
    EXECUTE format('CREATE TRIGGER %s_removed AFTER DELETE ON %1$s
      REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION mark_owners()', t);
  END LOOP;
END $$;
