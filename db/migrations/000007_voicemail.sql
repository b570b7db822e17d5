CREATE TABLE voicemail_messages (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  call_id uuid NOT NULL,
  recording_sid text NOT NULL,
  department_id uuid,
  language text NOT NULL CHECK (language IN ('en', 'de')),
  status text NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'heard', 'done')),
  assigned_to uuid,
  received_at timestamptz NOT NULL,
  duration_seconds integer NOT NULL,
  audio_status text NOT NULL DEFAULT 'pending' CHECK (audio_status IN ('pending', 'ready', 'failed')),
  audio bytea,                                -- sealed with the encryption key; context: clinic id and id
  transcript bytea,                           -- sealed likewise
  transcription text NOT NULL DEFAULT 'pending' CHECK (transcription IN ('pending', 'done', 'unavailable', 'failed')),
  notified_at timestamptz,
  deleted_at timestamptz,                     -- the content is gone; the row stays so that a late callback cannot bring it back
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, recording_sid),
  FOREIGN KEY (clinic_id, call_id) REFERENCES call_logs ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, department_id) REFERENCES departments ON DELETE SET NULL (department_id),
  FOREIGN KEY (clinic_id, assigned_to) REFERENCES staff_members ON DELETE SET NULL (assigned_to)
);
CREATE INDEX voicemail_messages_by_time ON voicemail_messages (clinic_id, received_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX voicemail_messages_by_call ON voicemail_messages (clinic_id, call_id);

SELECT isolate_by_clinic(ARRAY['voicemail_messages']::regclass[]);
