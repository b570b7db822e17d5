-- Which clinic a carrier's call belongs to. Webhooks name only the call: this is read before the clinic is known.
CREATE TABLE carrier_calls (
  carrier_sid text PRIMARY KEY,
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  call_id uuid NOT NULL,
  staff_id uuid -- the staff member on this leg; null: the caller's own leg
);
CREATE INDEX carrier_calls_by_call ON carrier_calls (clinic_id, call_id);

CREATE TABLE call_logs (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  carrier_sid text NOT NULL,
  direction text NOT NULL CHECK (direction IN ('inbound', 'outbound')),
  from_number text NOT NULL,
  to_number text NOT NULL,
  forwarded_from text,
  language text NOT NULL CHECK (language IN ('en', 'de')),
  status text NOT NULL CHECK (status IN ('menu', 'ringing', 'waiting', 'connected', 'held', 'voicemail', 'external', 'ended')),
  status_since timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('answered', 'voicemail', 'external', 'abandoned', 'missed', 'no-answer', 'failed')),
  state jsonb NOT NULL,                       -- the whole state of calls/rules/call-state.ts
  caller_name text,
  patient_id uuid,
  lead_id uuid,
  department_id uuid,
  answered_by uuid,
  started_at timestamptz NOT NULL,
  answered_at timestamptz,
  ended_at timestamptz,
  last_fact_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, carrier_sid),
  CHECK ((status = 'ended') = (ended_at IS NOT NULL))
);
CREATE INDEX call_logs_by_start ON call_logs (clinic_id, started_at DESC, id DESC);
CREATE INDEX call_logs_running ON call_logs (clinic_id, status_since) WHERE status <> 'ended';
CREATE INDEX call_logs_by_from ON call_logs (clinic_id, from_number, started_at DESC);

CREATE TABLE call_routing_history (
  clinic_id uuid NOT NULL,
  call_id uuid NOT NULL,
  seq integer NOT NULL,
  at timestamptz NOT NULL,
  kind text NOT NULL,
  reason text NOT NULL,
  staff_id uuid,
  detail jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (clinic_id, call_id, seq),
  FOREIGN KEY (clinic_id, call_id) REFERENCES call_logs ON DELETE CASCADE
);

-- What the carrier asked and what it was told: a repeated webhook gets the same answer and changes nothing.
CREATE TABLE webhook_receipts (
  clinic_id uuid NOT NULL,
  key text NOT NULL,                          -- the carrier's idempotency token, or a hash of address and parameters
  call_id uuid NOT NULL,
  at timestamptz NOT NULL,
  endpoint text NOT NULL,
  params jsonb NOT NULL,
  response text NOT NULL,
  PRIMARY KEY (clinic_id, key),
  FOREIGN KEY (clinic_id, call_id) REFERENCES call_logs ON DELETE CASCADE
);
CREATE INDEX webhook_receipts_by_call ON webhook_receipts (clinic_id, call_id, at);

SELECT isolate_by_clinic(ARRAY['call_logs', 'call_routing_history', 'webhook_receipts']::regclass[]);
