-- A file of patients or appointments on its way into the clinic: uploaded, read, looked at, started, reported.
CREATE TABLE imports (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  file_name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('csv', 'fhir')),
  status text NOT NULL DEFAULT 'uploading'
    CHECK (status IN ('uploading', 'reading', 'unreadable', 'ready', 'running', 'done', 'undoing', 'undone')),
  fault text,                                 -- why an unreadable file cannot be read: a code
  bytes integer NOT NULL DEFAULT 0,
  format jsonb NOT NULL DEFAULT '{}',         -- CSV: encoding, delimiter, whether the first row is a header
  profile jsonb NOT NULL DEFAULT '{}',        -- what the columns hold, counted; FHIR: what the bundle holds
  mapping jsonb NOT NULL DEFAULT '[]',        -- a field for each column
  remembered boolean NOT NULL DEFAULT false,  -- the mapping is that of the last file with this header
  choices jsonb NOT NULL DEFAULT '{}',
  tally jsonb NOT NULL DEFAULT '{}',          -- what came of the rows so far
  rows_total integer NOT NULL DEFAULT 0,
  rows_done integer NOT NULL DEFAULT 0,
  created_by uuid,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  finished_at timestamptz,
  PRIMARY KEY (clinic_id, id)
);
CREATE INDEX imports_by_time ON imports (clinic_id, created_at DESC, id DESC);

-- The file as it came, in pieces, until the import is over. Sealed with the encryption key.
CREATE TABLE import_pieces (
  clinic_id uuid NOT NULL,
  import_id uuid NOT NULL,
  number integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (clinic_id, import_id, number),
  FOREIGN KEY (clinic_id, import_id) REFERENCES imports ON DELETE CASCADE
);

-- The rows that are still to be done. A batch goes away in the transaction that does it: what is left is left to do.
CREATE TABLE import_batches (
  clinic_id uuid NOT NULL,
  import_id uuid NOT NULL,
  stage integer NOT NULL,                     -- practitioners before patients, patients before their appointments
  number integer NOT NULL,
  rows integer NOT NULL,
  content bytea NOT NULL,                     -- sealed
  PRIMARY KEY (clinic_id, import_id, stage, number),
  FOREIGN KEY (clinic_id, import_id) REFERENCES imports ON DELETE CASCADE
);

-- Rows that were refused, or taken without some of their fields, and why.
CREATE TABLE import_findings (
  clinic_id uuid NOT NULL,
  import_id uuid NOT NULL,
  row_number integer NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('refused', 'trimmed')),
  reasons jsonb NOT NULL,
  content bytea,                              -- the row itself, sealed; null when it was kept long enough
  PRIMARY KEY (clinic_id, import_id, row_number),
  FOREIGN KEY (clinic_id, import_id) REFERENCES imports ON DELETE CASCADE
);

-- What the file calls somebody or something, and who that is here.
CREATE TABLE import_subjects (
  clinic_id uuid NOT NULL,
  import_id uuid NOT NULL,
  reference text NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('patient', 'practitioner', 'appointment')),
  subject_id uuid NOT NULL,
  added boolean NOT NULL,                     -- false: was here before
  PRIMARY KEY (clinic_id, import_id, reference),
  FOREIGN KEY (clinic_id, import_id) REFERENCES imports ON DELETE CASCADE
);
CREATE INDEX import_subjects_by_subject ON import_subjects (clinic_id, import_id, subject_id);

-- How the clinic read a file with this header the last time.
CREATE TABLE import_mappings (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  header_signature text NOT NULL,
  mapping jsonb NOT NULL,
  choices jsonb NOT NULL,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, header_signature)
);

SELECT isolate_by_clinic(ARRAY['imports', 'import_pieces', 'import_batches', 'import_findings', 'import_subjects', 'import_mappings']::regclass[]);
