-- Calls that are emergencies: what makes them so is part of the routing (a key, a department, words), and stays with the call.
ALTER TABLE ivr_menu_options ADD COLUMN emergency boolean NOT NULL DEFAULT false;
ALTER TABLE departments ADD COLUMN emergency boolean NOT NULL DEFAULT false;
-- By language; a language that is missing has the built-in words of routing/rules/emergency-words.ts.
ALTER TABLE call_settings ADD COLUMN emergency_words jsonb NOT NULL DEFAULT '{}';

-- null: nobody has said so, or somebody has taken it back (state.emergency tells the two apart).
ALTER TABLE call_logs ADD COLUMN emergency jsonb;

-- As the call's, so that messages of emergencies are found without their calls: they stand first until they are done.
ALTER TABLE voicemail_messages ADD COLUMN emergency boolean NOT NULL DEFAULT false;
CREATE INDEX voicemail_messages_emergencies ON voicemail_messages (clinic_id, received_at DESC, id DESC)
  WHERE emergency AND status <> 'done' AND deleted_at IS NULL;
