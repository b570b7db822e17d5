CREATE TABLE departments (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,
  voicemail_email text,
  voicemail_greeting jsonb NOT NULL DEFAULT '{}', -- spoken text by language; {} = the clinic's greeting
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, name)
);

CREATE TABLE staff_members (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  user_id uuid REFERENCES users ON DELETE SET NULL, -- null: takes calls on a phone only
  name text NOT NULL,
  title text,
  email text,
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, user_id)
);

-- One row per department a staff member answers for; department_id null: calls for nobody in particular.
CREATE TABLE staff_call_routing (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  staff_id uuid NOT NULL,
  department_id uuid,
  routing_priority integer NOT NULL DEFAULT 1 CHECK (routing_priority BETWEEN 1 AND 99),
  receive_calls_in_portal boolean NOT NULL DEFAULT true,
  use_staff_phone boolean NOT NULL DEFAULT false,
  staff_phone_number text CHECK (staff_phone_number ~ '^\+[1-9][0-9]{4,14}$'),
  is_available_for_calls boolean NOT NULL DEFAULT true,
  PRIMARY KEY (clinic_id, id),
  UNIQUE NULLS NOT DISTINCT (clinic_id, staff_id, department_id),
  FOREIGN KEY (clinic_id, staff_id) REFERENCES staff_members ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, department_id) REFERENCES departments ON DELETE CASCADE,
  CHECK (NOT use_staff_phone OR staff_phone_number IS NOT NULL)
);

-- The row that is locked when a call is given to somebody: two calls never reach one person at once.
CREATE TABLE staff_call_availability (
  clinic_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  is_available boolean NOT NULL DEFAULT true,   -- the switch in the portal
  portal_session text,
  portal_seen_at timestamptz,                   -- online: seen within 45 s
  busy_call_id uuid,                            -- is_busy: ringing for or talking on this call
  busy_since timestamptz,
  PRIMARY KEY (clinic_id, staff_id),
  FOREIGN KEY (clinic_id, staff_id) REFERENCES staff_members ON DELETE CASCADE
);
CREATE INDEX staff_call_availability_by_call ON staff_call_availability (clinic_id, busy_call_id);

SELECT isolate_by_clinic(ARRAY['departments', 'staff_members', 'staff_call_routing', 'staff_call_availability']::regclass[]);
