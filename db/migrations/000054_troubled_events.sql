-- Events that could not be acted upon when they were dispatched. They are tried again, each alone, and set aside when that
-- fails too often: a person sees them and may have them tried again. Not isolated, because workers look here for clinics
-- that have something to do; ids, times and kinds of errors only.
CREATE TABLE troubled_events (
  clinic_id uuid NOT NULL,
  event_id uuid NOT NULL,
  tries integer NOT NULL,
  failed_at timestamptz NOT NULL,
  next_try_at timestamptz,                    -- null: set aside
  reason text NOT NULL,                       -- the kind of error, never its words: they may hold what is private
  PRIMARY KEY (clinic_id, event_id),
  FOREIGN KEY (clinic_id, event_id) REFERENCES events ON DELETE CASCADE
);
CREATE INDEX troubled_events_to_try ON troubled_events (next_try_at, clinic_id) WHERE next_try_at IS NOT NULL;
CREATE INDEX troubled_events_set_aside ON troubled_events (clinic_id, failed_at DESC, event_id DESC) WHERE next_try_at IS NULL;
