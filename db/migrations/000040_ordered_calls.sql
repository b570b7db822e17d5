-- Calls that the clinic makes by itself: ordered by workflows, dialled by a worker, and what became of each.

ALTER TABLE call_logs DROP CONSTRAINT call_logs_status_check, DROP CONSTRAINT call_logs_outcome_check,
  ADD CONSTRAINT call_logs_status_check
    CHECK (status IN ('menu', 'ringing', 'waiting', 'connected', 'held', 'voicemail', 'external', 'script', 'ended')),
  ADD CONSTRAINT call_logs_outcome_check
    CHECK (outcome IN ('answered', 'voicemail', 'external', 'abandoned', 'missed', 'no-answer', 'machine', 'failed'));

CREATE TABLE ordered_calls (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  key text NOT NULL,                          -- names the call for good: ordered again, nothing happens
  instance_id uuid NOT NULL,                  -- the workflow instance that wants it
  patient_id uuid,                            -- whom it is about
  recipient_id uuid,                          -- whom it reaches: they themselves, or who answers for them
  appointment_id uuid,
  purpose text NOT NULL,
  says jsonb NOT NULL,                        -- dialling/rules/call-order.ts: what is said, keys, whom a key reaches
  status text NOT NULL CHECK (status IN ('waiting', 'dialling', 'under-way', 'over', 'withheld', 'withdrawn')),
  outcome text,                               -- dialling/rules/call-outcome.ts
  reason text,                                -- why it waits, was withheld or withdrawn, or more about the outcome
  decision_id uuid,                           -- what the gate said
  call_id uuid,                               -- in the log, from the moment it is dialled
  due_at timestamptz NOT NULL,                -- not before
  expires_at timestamptz NOT NULL,            -- of no use after that
  needs_standing boolean NOT NULL DEFAULT false, -- of no use once its appointment is cancelled
  attempts integer NOT NULL DEFAULT 0,        -- requests to the carrier, not times the telephone rang
  unsure_since timestamptz,                   -- a request began then and nobody knows what became of it
  created_at timestamptz NOT NULL,
  over_at timestamptz,
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, key),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE SET NULL (patient_id),
  FOREIGN KEY (clinic_id, recipient_id) REFERENCES patients ON DELETE SET NULL (recipient_id),
  FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments ON DELETE SET NULL (appointment_id),
  FOREIGN KEY (clinic_id, call_id) REFERENCES call_logs ON DELETE SET NULL (call_id)
);
CREATE INDEX ordered_calls_waiting_by_instance ON ordered_calls (clinic_id, instance_id) WHERE status = 'waiting';
CREATE INDEX ordered_calls_by_call ON ordered_calls (clinic_id, call_id) WHERE call_id IS NOT NULL;
CREATE INDEX ordered_calls_by_patient ON ordered_calls (clinic_id, patient_id) WHERE patient_id IS NOT NULL;
CREATE INDEX ordered_calls_by_recipient ON ordered_calls (clinic_id, recipient_id) WHERE recipient_id IS NOT NULL;
CREATE INDEX ordered_calls_by_appointment ON ordered_calls (clinic_id, appointment_id) WHERE appointment_id IS NOT NULL;
CREATE INDEX ordered_calls_busy ON ordered_calls (clinic_id) WHERE status IN ('dialling', 'under-way');

-- How fast each of the clinic's numbers may call by itself, and how many such calls there may be at once.
CREATE TABLE call_senders (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  phone_number text NOT NULL,
  per_minute integer NOT NULL DEFAULT 60 CHECK (per_minute BETWEEN 1 AND 6000),
  at_once integer NOT NULL DEFAULT 5 CHECK (at_once BETWEEN 1 AND 500),
  daily_cap integer CHECK (daily_cap > 0),
  free_at timestamptz NOT NULL DEFAULT '-infinity', -- what was dialled is paid off by then
  day date,
  dialled_on_day integer NOT NULL DEFAULT 0,
  PRIMARY KEY (clinic_id, phone_number)
);

SELECT isolate_by_clinic(ARRAY['ordered_calls', 'call_senders']::regclass[]);

-- What has to be dialled. Not isolated, because workers look here for clinics that have something to do; ids and times only.
CREATE TABLE ordered_call_outbox (
  clinic_id uuid NOT NULL,
  order_id uuid NOT NULL,
  due_at timestamptz NOT NULL,
  has_slot boolean NOT NULL DEFAULT false,    -- the sender's pace has given it this moment
  PRIMARY KEY (clinic_id, order_id),
  FOREIGN KEY (clinic_id, order_id) REFERENCES ordered_calls ON DELETE CASCADE
);
CREATE INDEX ordered_call_outbox_of_clinic ON ordered_call_outbox (clinic_id, due_at, order_id);
CREATE INDEX ordered_call_outbox_by_time ON ordered_call_outbox (due_at);

-- Outcomes that the workflows have not been told. A row goes in the transaction that tells them.
CREATE TABLE untold_call_outcomes (
  clinic_id uuid NOT NULL,
  order_id uuid NOT NULL,
  PRIMARY KEY (clinic_id, order_id),
  FOREIGN KEY (clinic_id, order_id) REFERENCES ordered_calls ON DELETE CASCADE
);
