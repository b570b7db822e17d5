-- When a workflow that begins by the calendar looks next for whom it concerns. Not isolated, because workers look here for
-- clinics that have something to do; ids and times only. The row moves on in the transaction that takes people in.
CREATE TABLE daily_starts (
  clinic_id uuid NOT NULL,
  workflow_id uuid NOT NULL,
  next_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, workflow_id),
  FOREIGN KEY (clinic_id, workflow_id) REFERENCES workflows ON DELETE CASCADE
);
CREATE INDEX daily_starts_by_time ON daily_starts (next_at);
