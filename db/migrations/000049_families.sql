-- What several children of one family would each be written about on one day leaves as one message to who answers for them.

ALTER TABLE messages ADD COLUMN together_with uuid; -- the message that this one left in; it has its receipts
CREATE INDEX messages_together ON messages (clinic_id, together_with) WHERE together_with IS NOT NULL;

-- The same for all that may leave as one: ids of the conversation and the template. null: it leaves alone.
ALTER TABLE message_outbox ADD COLUMN family text;
CREATE INDEX message_outbox_families ON message_outbox (clinic_id, family, due_at) WHERE family IS NOT NULL;
