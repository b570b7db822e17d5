-- What a paused workflow has ordered and has not left is held: it keeps its moment, and nobody sends it.
ALTER TABLE message_outbox ADD COLUMN held boolean NOT NULL DEFAULT false;
DROP INDEX message_outbox_of_clinic, message_outbox_by_time;
CREATE INDEX message_outbox_of_clinic ON message_outbox (clinic_id, due_at, message_id) WHERE NOT held;
CREATE INDEX message_outbox_by_time ON message_outbox (due_at) WHERE NOT held;
