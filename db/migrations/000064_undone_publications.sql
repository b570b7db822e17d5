-- A publication that nobody has gone by can be taken back. Its number is not given again: what is remembered by it stays true.
ALTER TABLE workflow_versions ADD COLUMN undone_at timestamptz;
