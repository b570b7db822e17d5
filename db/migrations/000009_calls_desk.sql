-- Finding calls, views of the log that are kept, and what people wrote on a call.
-- What names and what is typed are compared by: small letters without accents, "Müller" like "Mueller".
CREATE FUNCTION call_search_text(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN regexp_replace(replace(replace(replace(replace(
    regexp_replace(normalize(lower(words), NFKD), '[\u0300-\u036f]', '', 'g'), 'ß', 'ss'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u'),
    '[-\s,.;/''’`´"()]+', ' ', 'g');

ALTER TABLE call_logs
  ADD COLUMN other_number text NOT NULL GENERATED ALWAYS AS (CASE direction WHEN 'inbound' THEN from_number ELSE to_number END) STORED,
  -- each word has a blank before it, so that the beginning of a word can be asked for
  ADD COLUMN search text NOT NULL GENERATED ALWAYS AS (
    ' ' || call_search_text(coalesce(caller_name, '')) || ' ' || CASE direction WHEN 'inbound' THEN from_number ELSE to_number END
  ) STORED;
CREATE INDEX call_logs_by_other_number ON call_logs (clinic_id, other_number, started_at DESC, id DESC);

-- Which numbers a text may be about. Row-level security lets an index be used only by operators that leak nothing: = and <
-- are such, LIKE and trigrams are not. So every end of a number and of a name's words stands here, found by range, once
-- for each number, however many calls it made.
CREATE TABLE call_search_terms (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  term text COLLATE "C" NOT NULL,
  number text NOT NULL,
  PRIMARY KEY (clinic_id, term, number)
);

CREATE FUNCTION ends_of(word text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT substr(word, start) FROM generate_series(1, greatest(1, length(word) - 2)) AS start WHERE word <> ''
$$;
CREATE FUNCTION call_terms(number text, name text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ends_of(ltrim(number, '+'))
  UNION SELECT ends_of(word) FROM regexp_split_to_table(call_search_text(coalesce(name, '')), ' +') AS word
$$;
CREATE FUNCTION add_call_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO call_search_terms (clinic_id, term, number)
    SELECT DISTINCT c.clinic_id, t, c.other_number FROM (SELECT DISTINCT clinic_id, other_number, caller_name FROM added) c, call_terms(c.other_number, c.caller_name) t
    ORDER BY 1, 2, 3
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER call_logs_added AFTER INSERT ON call_logs
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION add_call_terms();

CREATE INDEX call_logs_by_outcome ON call_logs (clinic_id, outcome, started_at DESC, id DESC) WHERE outcome IS NOT NULL;
CREATE INDEX call_logs_by_department ON call_logs (clinic_id, department_id, started_at DESC, id DESC) WHERE department_id IS NOT NULL;
CREATE INDEX call_logs_by_staff ON call_logs (clinic_id, answered_by, started_at DESC, id DESC) WHERE answered_by IS NOT NULL;
CREATE INDEX call_logs_by_lead ON call_logs (clinic_id, lead_id, started_at DESC, id DESC) WHERE lead_id IS NOT NULL;

CREATE TABLE call_notes (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  call_id uuid NOT NULL,
  user_id uuid REFERENCES users ON DELETE SET NULL,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  written_at timestamptz NOT NULL,
  changed_at timestamptz,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, call_id) REFERENCES call_logs ON DELETE CASCADE
);
CREATE INDEX call_notes_by_call ON call_notes (clinic_id, call_id, written_at);

CREATE TABLE call_views (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  name text NOT NULL,
  shared boolean NOT NULL DEFAULT false,
  search jsonb NOT NULL,                      -- calls/rules/call-search.ts
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, user_id, name)
);

-- The view that the log opens with, for one person.
CREATE TABLE call_view_defaults (
  clinic_id uuid NOT NULL,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  view_id uuid NOT NULL,
  PRIMARY KEY (clinic_id, user_id),
  FOREIGN KEY (clinic_id, view_id) REFERENCES call_views ON DELETE CASCADE
);

SELECT isolate_by_clinic(ARRAY['call_search_terms', 'call_notes', 'call_views', 'call_view_defaults']::regclass[]);

-- The calls that are there already. One clinic after the other: the row-level security that is forced on the owner shows one at a time.
DO $$
DECLARE c uuid;
BEGIN
  FOR c IN SELECT id FROM clinics LOOP
    PERFORM set_config('frontdesk.clinic_id', c::text, true);
    INSERT INTO call_search_terms (clinic_id, term, number)
      SELECT DISTINCT l.clinic_id, t, l.other_number 
      FROM (SELECT DISTINCT clinic_id, other_number, caller_name FROM call_logs WHERE clinic_id = c) l, call_terms(l.other_number, l.caller_name) t
      ON CONFLICT DO NOTHING;
  END LOOP;
  PERFORM set_config('frontdesk.clinic_id', '', true);
END $$;
