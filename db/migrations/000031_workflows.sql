-- Workflows: definitions as data, versioned, and who goes through them.
CREATE TABLE workflows (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  template_key text,                          -- the template it was made from
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'active', 'paused', 'archived')),
  version integer,                            -- the published one; new instances start with it
  draft jsonb,                                -- a definition that is not published yet
  revision integer NOT NULL DEFAULT 1,        -- counts changes: whoever changes says which one they saw
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, id)
);
CREATE UNIQUE INDEX workflows_by_name ON workflows (clinic_id, lower(name)) WHERE status <> 'archived';

-- Never altered: an instance keeps the version it started with.
CREATE TABLE workflow_versions (
  clinic_id uuid NOT NULL,
  workflow_id uuid NOT NULL,
  version integer NOT NULL,
  definition jsonb NOT NULL,                  -- workflows/rules/definition.ts
  texts jsonb NOT NULL,                       -- by step: the message template that holds its text
  published_at timestamptz NOT NULL,
  published_by uuid,
  PRIMARY KEY (clinic_id, workflow_id, version),
  FOREIGN KEY (clinic_id, workflow_id) REFERENCES workflows ON DELETE CASCADE
);

CREATE TABLE workflow_instances (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  workflow_id uuid NOT NULL,
  version integer NOT NULL,
  entry_key text NOT NULL,                    -- by the re-entry rule: who came in with it does not come in again
  patient_id uuid,
  lead_id uuid,
  appointment_id uuid,
  call_id uuid,
  event_id uuid,                              -- what began it
  status text NOT NULL CHECK (status IN ('running', 'paused', 'done', 'exited')),
  state jsonb NOT NULL,                       -- workflows/rules/instance.ts
  exit_reason text,
  wake_at timestamptz,                        -- when it has to be looked at again
  overdue text CHECK (overdue = 'skip'),      -- came due during a pause, and is to be left out
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, workflow_id, entry_key),
  FOREIGN KEY (clinic_id, workflow_id, version) REFERENCES workflow_versions ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, lead_id) REFERENCES leads ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments ON DELETE CASCADE
) WITH (fillfactor = 80);
CREATE INDEX workflow_instances_due ON workflow_instances (clinic_id, wake_at) WHERE status = 'running' AND wake_at IS NOT NULL;
CREATE INDEX workflow_instances_by_workflow ON workflow_instances (clinic_id, workflow_id, started_at DESC, id DESC);
CREATE INDEX workflow_instances_by_patient ON workflow_instances (clinic_id, patient_id, started_at DESC) WHERE patient_id IS NOT NULL;
CREATE INDEX workflow_instances_by_lead ON workflow_instances (clinic_id, lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX workflow_instances_by_appointment ON workflow_instances (clinic_id, appointment_id) WHERE appointment_id IS NOT NULL;

-- What was done with a step of an instance, and why. Appended only.
CREATE TABLE task_executions (
  clinic_id uuid NOT NULL,
  instance_id uuid NOT NULL,
  number integer NOT NULL,
  round integer NOT NULL,
  step text,                                  -- null: the instance as a whole
  kind text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('done', 'waiting', 'skipped', 'failed', 'chosen', 'exited', 'moved')),
  reason text,
  detail jsonb NOT NULL,
  key text,                                   -- of the message, call or task that it made
  at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, instance_id, number),
  FOREIGN KEY (clinic_id, instance_id) REFERENCES workflow_instances ON DELETE CASCADE
);

SELECT isolate_by_clinic(ARRAY['workflows', 'workflow_versions', 'workflow_instances', 'task_executions']::regclass[]);

-- Minutes in which a clinic has instances to look at. Not isolated, because workers look here for clinics that have something
-- to do. A row says "maybe": it is put down with the instance's own time, and taken away when it is long over.
CREATE TABLE clinic_wakes (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  minute timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, minute)
);
CREATE INDEX clinic_wakes_by_minute ON clinic_wakes (minute);
