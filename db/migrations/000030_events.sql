-- What has happened at the clinic. Appended in the transaction of the change itself, never altered.
CREATE TABLE events (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  kind text NOT NULL,
  source text NOT NULL DEFAULT 'frontdesk',   -- another system's name for itself (CloudEvents)
  external_id text NOT NULL,                  -- its id there; of our own events a deterministic key, else the id
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  patient_id uuid,
  lead_id uuid,
  appointment_id uuid,
  call_id uuid,
  payload jsonb NOT NULL,                     -- by kind: src/events/rules/event-kinds.ts
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, source, external_id),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, lead_id) REFERENCES leads ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, call_id) REFERENCES call_logs ON DELETE CASCADE
);
CREATE INDEX events_by_time ON events (clinic_id, occurred_at DESC, id DESC);
CREATE INDEX events_by_kind ON events (clinic_id, kind, occurred_at DESC, id DESC);
CREATE INDEX events_by_patient ON events (clinic_id, patient_id, occurred_at DESC) WHERE patient_id IS NOT NULL;
CREATE INDEX events_by_lead ON events (clinic_id, lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX events_by_appointment ON events (clinic_id, appointment_id) WHERE appointment_id IS NOT NULL;
CREATE INDEX events_by_call ON events (clinic_id, call_id) WHERE call_id IS NOT NULL;
SELECT isolate_by_clinic(ARRAY['events']::regclass[]);

-- Events that automation has not seen yet. A row goes in the transaction that dispatches its event: exactly once. Not
-- isolated, because a worker looks here for clinics that have something to do; it holds ids only.
CREATE TABLE undispatched_events (
  clinic_id uuid NOT NULL,
  event_id uuid NOT NULL,
  PRIMARY KEY (clinic_id, event_id),
  FOREIGN KEY (clinic_id, event_id) REFERENCES events ON DELETE CASCADE
);
