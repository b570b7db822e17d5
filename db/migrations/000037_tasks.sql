-- What somebody still has to do: tasks, people to call back, notes to read.
CREATE TABLE tasks (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('task', 'callback', 'note')),
  title text CHECK (title <> ''),              -- null: a callback says by itself what is to be done
  body text CHECK (body <> ''),
  patient_id uuid,
  phone_number text CHECK (phone_number ~ '^\+[1-9][0-9]{4,14}$'),
  call_id uuid,
  appointment_id uuid,
  owner_id uuid,                               -- null: whoever comes first
  due_at timestamptz,
  source text NOT NULL CHECK (source IN ('staff', 'workflow', 'message')),
  source_id uuid,                              -- the workflow instance or the message; the page links there
  key text,                                    -- of the effect that made it: a repeated effect makes no second one
  created_at timestamptz NOT NULL,
  created_by uuid REFERENCES users ON DELETE SET NULL,
  done_at timestamptz,
  done_by uuid REFERENCES users ON DELETE SET NULL,
  revision integer NOT NULL DEFAULT 1,
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, key),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, call_id) REFERENCES call_logs ON DELETE SET NULL (call_id),
  FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments ON DELETE SET NULL (appointment_id),
  FOREIGN KEY (clinic_id, owner_id) REFERENCES staff_members ON DELETE SET NULL (owner_id),
  CHECK (kind = 'callback' OR title IS NOT NULL)
);
CREATE INDEX tasks_open ON tasks (clinic_id, coalesce(due_at, 'infinity'::timestamptz), id) WHERE done_at IS NULL;
CREATE INDEX tasks_of_owner ON tasks (clinic_id, owner_id, coalesce(due_at, 'infinity'::timestamptz), id) WHERE done_at IS NULL;
CREATE INDEX tasks_done ON tasks (clinic_id, done_at DESC, id DESC) WHERE done_at IS NOT NULL;
CREATE INDEX tasks_by_patient ON tasks (clinic_id, patient_id, created_at DESC, id DESC) WHERE patient_id IS NOT NULL;
CREATE INDEX tasks_by_call ON tasks (clinic_id, call_id) WHERE call_id IS NOT NULL;
SELECT isolate_by_clinic(ARRAY['tasks']::regclass[]);
