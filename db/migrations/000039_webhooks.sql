-- Where other systems want to hear of events (Standard Webhooks).
CREATE TABLE webhooks (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  url text NOT NULL,
  kinds text[] NOT NULL DEFAULT '{}',         -- of events; none: all
  secret bytea NOT NULL,                      -- sealed; signs what is sent
  enabled boolean NOT NULL DEFAULT true,
  failing_since timestamptz,                  -- nothing has arrived since
  disabled_at timestamptz,                    -- by ourselves, after failing for days
  created_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, id)
);

CREATE TABLE webhook_deliveries (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  event_id uuid NOT NULL,
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'delivered', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  last_status integer,                        -- HTTP; null: no answer
  last_attempt_at timestamptz,
  next_attempt_at timestamptz,
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, webhook_id, event_id),
  FOREIGN KEY (clinic_id, webhook_id) REFERENCES webhooks ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, event_id) REFERENCES events ON DELETE CASCADE
);
CREATE INDEX webhook_deliveries_by_event ON webhook_deliveries (clinic_id, event_id);
SELECT isolate_by_clinic(ARRAY['webhooks', 'webhook_deliveries']::regclass[]);
