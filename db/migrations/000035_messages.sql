-- Messages in both directions, the conversations they form, and the outbox they leave from.

-- What was written between the clinic and one address. A number that a family shares is one conversation.
CREATE TABLE conversations (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  channel text NOT NULL CHECK (channel IN ('sms', 'email', 'in-app', 'push')),
  address text NOT NULL,                      -- the other side: E.164, an e-mail address, or a patient's id
  own_address text,                           -- the clinic's number they know; null: the clinic's first
  patient_id uuid,                            -- the person at the other end, where there is one answer
  status text NOT NULL DEFAULT 'closed' CHECK (status IN ('open', 'closed')),
  waits_since timestamptz,                    -- somebody wrote and has had no answer since
  unread integer NOT NULL DEFAULT 0,
  assigned_to uuid,
  last_message_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, channel, address),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE SET NULL (patient_id),
  FOREIGN KEY (clinic_id, assigned_to) REFERENCES staff_members ON DELETE SET NULL (assigned_to)
);
CREATE INDEX conversations_by_time ON conversations (clinic_id, last_message_at DESC, id DESC);
CREATE INDEX conversations_open ON conversations (clinic_id, last_message_at DESC, id DESC) WHERE status = 'open';
CREATE INDEX conversations_by_patient ON conversations (clinic_id, patient_id) WHERE patient_id IS NOT NULL;

CREATE TABLE messages (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  key text NOT NULL,                          -- names the message for good: asked for again, nothing happens
  conversation_id uuid,                       -- null: there was no address to write to
  direction text NOT NULL CHECK (direction IN ('inbound', 'outbound')),
  channel text NOT NULL CHECK (channel IN ('sms', 'email', 'in-app', 'push')),
  purpose text NOT NULL,
  patient_id uuid,                            -- whom it is about
  recipient_id uuid,                          -- who receives it: they themselves, or who answers for them
  appointment_id uuid,
  instance_id uuid,                           -- the workflow instance that wanted it
  cause jsonb NOT NULL,                       -- messages/rules/message-order.ts
  template_id uuid,
  template_version integer,
  template_values jsonb,
  language text CHECK (language IN ('en', 'de')),
  subject text,
  body text,                                  -- null until the template is filled in, at the moment of sending
  status text NOT NULL CHECK (status IN ('waiting', 'sending', 'sent', 'delivered', 'failed', 'unknown', 'withheld', 'withdrawn', 'received')),
  reason text,                                -- why it failed, was withheld or withdrawn
  decision_id uuid,                           -- what the gate said
  due_at timestamptz NOT NULL,                -- not before
  expires_at timestamptz,                     -- of no use after that
  needs_standing boolean NOT NULL DEFAULT false, -- of no use once its appointment is cancelled
  attempts integer NOT NULL DEFAULT 0,
  unsure_since timestamptz,                   -- an attempt began then and nobody knows what became of it
  sender text,                                -- the clinic's number or address it left from
  carrier_sid text,
  past_sids text[] NOT NULL DEFAULT '{}',     -- attempts that the carrier took and did not deliver
  error_code integer,
  understood text,                            -- inbound: messages/rules/understand-reply.ts
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  delivered_at timestamptz,
  opened_at timestamptz,
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, key),
  FOREIGN KEY (clinic_id, conversation_id) REFERENCES conversations ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patients ON DELETE SET NULL (patient_id),
  FOREIGN KEY (clinic_id, recipient_id) REFERENCES patients ON DELETE SET NULL (recipient_id)
);
CREATE UNIQUE INDEX messages_by_sid ON messages (clinic_id, carrier_sid) WHERE carrier_sid IS NOT NULL;
CREATE INDEX messages_by_conversation ON messages (clinic_id, conversation_id, created_at DESC, id DESC);
CREATE INDEX messages_by_patient ON messages (clinic_id, patient_id, created_at DESC, id DESC) WHERE patient_id IS NOT NULL;
CREATE INDEX messages_by_recipient ON messages (clinic_id, recipient_id, created_at DESC, id DESC) WHERE recipient_id IS NOT NULL;
CREATE INDEX messages_waiting_by_instance ON messages (clinic_id, instance_id) WHERE instance_id IS NOT NULL AND status = 'waiting';
CREATE INDEX messages_waiting_by_appointment ON messages (clinic_id, appointment_id) WHERE appointment_id IS NOT NULL AND status = 'waiting';

-- How fast each of the clinic's numbers may write. A number without a row has the defaults.
CREATE TABLE message_senders (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  address text NOT NULL,
  per_minute integer NOT NULL DEFAULT 240 CHECK (per_minute BETWEEN 1 AND 100000),
  daily_cap integer CHECK (daily_cap > 0),
  free_at timestamptz NOT NULL DEFAULT '-infinity', -- what has left is paid off by then (rules/pace.ts)
  day date,
  sent_on_day integer NOT NULL DEFAULT 0,
  PRIMARY KEY (clinic_id, address)
);

-- What became of messages, for whoever wanted them: a workflow reads and removes its own.
CREATE TABLE message_facts (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  instance_id uuid NOT NULL,
  message_id uuid NOT NULL,
  fact jsonb NOT NULL,                        -- messages/rules/message-fact.ts
  at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, id)
);

SELECT isolate_by_clinic(ARRAY['conversations', 'messages', 'message_senders', 'message_facts']::regclass[]);

-- What has to be done. Not isolated, because workers look here for clinics that have something to do; ids and times only.
-- A message stands here while it waits or is being sent; a worker that takes it moves it to when that worker counts as dead.
CREATE TABLE message_outbox (
  clinic_id uuid NOT NULL,
  message_id uuid NOT NULL,
  due_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, message_id),
  FOREIGN KEY (clinic_id, message_id) REFERENCES messages ON DELETE CASCADE
);
CREATE INDEX message_outbox_of_clinic ON message_outbox (clinic_id, due_at, message_id);
CREATE INDEX message_outbox_by_time ON message_outbox (due_at);

-- Facts that nobody has acted on. A row goes in the transaction that acts on it.
CREATE TABLE untaken_message_facts (
  clinic_id uuid NOT NULL,
  fact_id uuid NOT NULL,
  PRIMARY KEY (clinic_id, fact_id),
  FOREIGN KEY (clinic_id, fact_id) REFERENCES message_facts ON DELETE CASCADE
);
