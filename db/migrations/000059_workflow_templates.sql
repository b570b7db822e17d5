-- A clinic's own entries of the workflow gallery, kept from its workflows or read from a file.
CREATE TABLE workflow_templates (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  says text NOT NULL,                         -- what it does
  for_whom text NOT NULL,
  categories text[] NOT NULL,                 -- workflows/rules/gallery/gallery-entry.ts
  definition jsonb NOT NULL,                  -- workflows/rules/definition.ts; names nothing of the clinic's own
  created_at timestamptz NOT NULL,
  created_by uuid REFERENCES users ON DELETE SET NULL,
  PRIMARY KEY (clinic_id, id)
);
CREATE UNIQUE INDEX workflow_templates_by_name ON workflow_templates (clinic_id, lower(name));

SELECT isolate_by_clinic(ARRAY['workflow_templates']::regclass[]);
