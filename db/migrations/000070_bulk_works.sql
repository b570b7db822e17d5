-- What is done by hand with many at once: asked for by somebody, done by a worker batch after batch.
-- The id comes from whoever asks, so that a request that is repeated is the same work.
CREATE TABLE bulk_works (
  clinic_id   uuid NOT NULL REFERENCES clinics(id) ON DELETE CASCADE,
  id          uuid NOT NULL,
  -- null: over all workflows
  workflow_id uuid,
  act         text NOT NULL CHECK (act IN ('end', 'go-on', 'move', 'again', 'leave')),
  why         text NOT NULL,
  -- as it was asked: a search, or those who were ticked
  asked       jsonb NOT NULL,
  asked_by    uuid REFERENCES users(id) ON DELETE SET NULL,
  asked_at    timestamptz NOT NULL,
  status      text NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'done', 'stopped')),
  total       integer NOT NULL,
  -- how many came to what
  tally       jsonb NOT NULL DEFAULT '{}',
  -- those up to this one are done with
  reached     uuid,
  stopped_by  uuid REFERENCES users(id) ON DELETE SET NULL,
  finished_at timestamptz,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, workflow_id) REFERENCES workflows(clinic_id, id) ON DELETE CASCADE
);
CREATE INDEX bulk_works_by_time ON bulk_works (clinic_id, asked_at DESC, id DESC);

-- Those it concerns, chosen when it was asked: whoever comes in later is left alone. What was told last of the step they
-- were seen at is kept, so that whoever has gone on meanwhile does not go on twice. No foreign key to the instance: its
-- check would lock each row for as long as the choosing takes; what is gone is passed over.
CREATE TABLE bulk_work_instances (
  clinic_id   uuid NOT NULL,
  work_id     uuid NOT NULL,
  instance_id uuid NOT NULL,
  step        text,
  seen        integer,
  -- null: still to do
  outcome     text,
  PRIMARY KEY (clinic_id, work_id, instance_id),
  FOREIGN KEY (clinic_id, work_id) REFERENCES bulk_works(clinic_id, id) ON DELETE CASCADE
);

SELECT isolate_by_clinic(ARRAY['bulk_works', 'bulk_work_instances']::regclass[]);
