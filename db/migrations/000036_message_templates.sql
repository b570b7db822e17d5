-- What messages say, the links in them, and what a clinic has decided about its messages.

CREATE TABLE message_templates (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  channel text NOT NULL CHECK (channel IN ('sms', 'email', 'in-app', 'push')),
  purpose text NOT NULL,
  about text NOT NULL CHECK (about IN ('patient', 'appointment')), -- which variables there are
  version integer NOT NULL DEFAULT 1,         -- the one that is sent
  revision integer NOT NULL DEFAULT 1,        -- counts changes: whoever saves says which one they saw
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  archived_at timestamptz,
  PRIMARY KEY (clinic_id, id)
);
CREATE UNIQUE INDEX message_templates_by_name ON message_templates (clinic_id, lower(name)) WHERE archived_at IS NULL;

-- Never altered: a message says which version it was written from.
CREATE TABLE message_template_versions (
  clinic_id uuid NOT NULL,
  template_id uuid NOT NULL,
  version integer NOT NULL,
  texts jsonb NOT NULL,                       -- by language: subject, body
  saved_at timestamptz NOT NULL,
  saved_by uuid REFERENCES users ON DELETE SET NULL,
  PRIMARY KEY (clinic_id, template_id, version),
  FOREIGN KEY (clinic_id, template_id) REFERENCES message_templates ON DELETE CASCADE
);

CREATE TABLE message_settings (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  track_email boolean NOT NULL DEFAULT false, -- whether opens and clicks are noted
  segment_price_micros integer NOT NULL DEFAULT 8300 CHECK (segment_price_micros >= 0), -- of one text message segment, in millionths of the clinic's currency
  postal_address text,                        -- stands below e-mails
  PRIMARY KEY (clinic_id)
);

-- Browsers of patients that take notifications.
CREATE TABLE push_subscriptions (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  endpoint text NOT NULL,
  keys jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, endpoint),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE CASCADE
);
CREATE INDEX push_subscriptions_by_patient ON push_subscriptions (clinic_id, patient_id);

SELECT isolate_by_clinic(ARRAY['message_templates', 'message_template_versions', 'message_settings', 'push_subscriptions']::regclass[]);

-- Links in messages. Read before anybody knows the clinic, so not isolated: codes nobody can guess, ids, times.
CREATE TABLE message_links (
  code text PRIMARY KEY,
  clinic_id uuid NOT NULL,
  message_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('page', 'unsubscribe', 'open', 'click')),
  target text,                                -- click: where it leads
  created_at timestamptz NOT NULL,
  first_used_at timestamptz,
  uses integer NOT NULL DEFAULT 0,
  FOREIGN KEY (clinic_id, message_id) REFERENCES messages ON DELETE CASCADE
);
CREATE INDEX message_links_by_message ON message_links (clinic_id, message_id);

-- A message that the sender's pace has given a moment of its own needs no second one.
ALTER TABLE message_outbox ADD COLUMN has_slot boolean NOT NULL DEFAULT false;
