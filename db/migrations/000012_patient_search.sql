-- Search by name. Row-level security lets an index be used only by operators that PostgreSQL knows to leak nothing:
-- = and < are, LIKE, trigrams and arrays are not. So the words of the names stand in a table of their own, found by
-- range (what was typed is their beginning), and each word once more in a small list that is compared letter by
-- letter when somebody misspelt it.
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

-- What sounds alike is written alike: without accents, "Müller" = "Mueller" = "Muller", double letters once.
CREATE FUNCTION fold_name(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN regexp_replace(replace(replace(replace(plain_text($1), 'ae', 'a'), 'oe', 'o'), 'ue', 'u'), '(.)\1+', '\1', 'g');

CREATE FUNCTION name_words(text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT DISTINCT fold_name(word) FROM regexp_split_to_table($1, '[-\s,.;/''’`´"()]+') AS word WHERE word <> ''
$$;

CREATE TABLE patient_words (
  clinic_id uuid NOT NULL,
  word text COLLATE "C" NOT NULL,
  patient_id uuid NOT NULL,
  PRIMARY KEY (clinic_id, word, patient_id),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE CASCADE
);
CREATE INDEX patient_words_by_patient ON patient_words (clinic_id, patient_id);

-- Each word that any patient has or had, for comparison when nothing was found.
CREATE TABLE known_words (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  word text COLLATE "C" NOT NULL,
  PRIMARY KEY (clinic_id, word)
);
SELECT isolate_by_clinic(ARRAY['patient_words', 'known_words']::regclass[]);

-- By trigger, so that whoever writes patients (the form, an import, a merge) cannot forget it.
CREATE FUNCTION add_patient_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO patient_words (clinic_id, word, patient_id)
    SELECT p.clinic_id, w, p.id FROM named p, name_words(concat_ws(' ', p.given_name, p.family_name, p.preferred_name)) w
    ON CONFLICT DO NOTHING;
  INSERT INTO known_words (clinic_id, word)
    SELECT DISTINCT p.clinic_id, w FROM named p, name_words(concat_ws(' ', p.given_name, p.family_name, p.preferred_name)) w
    ORDER BY 1, 2
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE FUNCTION change_patient_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE p record;
BEGIN
  FOR p IN
    SELECT n.* FROM named n JOIN before b ON b.clinic_id = n.clinic_id AND b.id = n.id
    WHERE (n.given_name, n.family_name, n.preferred_name) IS DISTINCT FROM (b.given_name, b.family_name, b.preferred_name)
  LOOP
    DELETE FROM patient_words WHERE clinic_id = p.clinic_id AND patient_id = p.id;
    INSERT INTO patient_words (clinic_id, word, patient_id)
      SELECT p.clinic_id, w, p.id FROM name_words(concat_ws(' ', p.given_name, p.family_name, p.preferred_name)) w;
    INSERT INTO known_words (clinic_id, word)
      SELECT p.clinic_id, w FROM name_words(concat_ws(' ', p.given_name, p.family_name, p.preferred_name)) w
      ORDER BY 2 ON CONFLICT DO NOTHING;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER patients_added AFTER INSERT ON patients
  REFERENCING NEW TABLE AS named FOR EACH STATEMENT EXECUTE FUNCTION add_patient_words();
CREATE TRIGGER patients_renamed AFTER UPDATE ON patients
  REFERENCING NEW TABLE AS named OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION change_patient_words();

-- Who is there already. One clinic after the other: the row-level security that is forced on the owner shows one at a time.
DO $$
DECLARE c uuid;
BEGIN
  FOR c IN SELECT id FROM clinics LOOP
    PERFORM set_config('frontdesk.clinic_id', c::text, true);
    INSERT INTO patient_words (clinic_id, word, patient_id)
      SELECT p.clinic_id, w, p.id FROM patients p, name_words(concat_ws(' ', p.given_name, p.family_name, p.preferred_name)) w
      WHERE p.clinic_id = c;
    INSERT INTO known_words (clinic_id, word) SELECT DISTINCT clinic_id, word FROM patient_words WHERE clinic_id = c;
  END LOOP;
  PERFORM set_config('frontdesk.clinic_id', '', true);
END $$;
