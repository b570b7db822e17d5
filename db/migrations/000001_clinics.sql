-- Row-level security does not hold for superusers: the product steps down to this role on each connection.
-- A DATABASE_URL user that may not create roles stands under row-level security already (FORCE below).
DO $$ BEGIN
  CREATE ROLE frontdesk_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR insufficient_privilege OR unique_violation THEN NULL;
END $$;
DO $$ BEGIN
  GRANT USAGE ON SCHEMA public TO frontdesk_app;
  ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO frontdesk_app;
  ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO frontdesk_app;
EXCEPTION WHEN undefined_object THEN NULL;
END $$;

CREATE FUNCTION current_clinic() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('frontdesk.clinic_id', true), '')::uuid;

-- Every table of a clinic's data calls this once. Outside a clinic's transaction such a table is empty.
CREATE FUNCTION isolate_by_clinic(tables regclass[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE t regclass;
BEGIN
  FOREACH t IN ARRAY tables LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_clinic ON %s USING (clinic_id = (SELECT current_clinic())) WITH CHECK (clinic_id = (SELECT current_clinic()))', t);
  END LOOP;
END $$;

-- Reference tables, small and read across clinics: which clinics there are, and which number belongs to which.
CREATE TABLE clinics (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  slug text NOT NULL UNIQUE,
  logo text,
  metadata text,
  time_zone text NOT NULL DEFAULT 'UTC',
  language text NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'de')),
  currency text NOT NULL DEFAULT 'USD',
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE clinic_phone_numbers (
  phone_number text PRIMARY KEY CHECK (phone_number ~ '^\+[1-9][0-9]{4,14}$'),
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  label text NOT NULL,
  carrier_sid text,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX clinic_phone_numbers_by_clinic ON clinic_phone_numbers (clinic_id);

-- Where the parts of one installation find each other when they run as several processes.
CREATE TABLE service_endpoints (
  name text PRIMARY KEY,
  value jsonb NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);
