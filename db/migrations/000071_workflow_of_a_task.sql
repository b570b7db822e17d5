-- The workflow that made it, as it was then: its name, its version and the number of the step in it.
ALTER TABLE tasks ADD COLUMN workflow jsonb;
