-- The hot way of workflows writes less. What follows is measured by bin/bench-workflows.ts.

-- When a running instance has to be looked at, in a narrow table of its own: a step then changes no indexed column of the wide
-- row, and PostgreSQL keeps its new version on the same page without touching the other indexes. Kept by triggers, so that
-- whoever changes an instance's time or status cannot forget it.
CREATE TABLE instance_wakes (
  clinic_id uuid NOT NULL,
  wake_at timestamptz NOT NULL,
  instance_id uuid NOT NULL,
  PRIMARY KEY (clinic_id, wake_at, instance_id)
);
SELECT isolate_by_clinic(ARRAY['instance_wakes']::regclass[]);

-- Its plan is made once in a connection, perhaps while the table is still empty: it must not be one that reads all of it.
CREATE FUNCTION keep_instance_wakes() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM instance_wakes w USING old_rows o
    WHERE o.status = 'running' AND w.clinic_id = o.clinic_id AND w.wake_at = o.wake_at AND w.instance_id = o.id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO instance_wakes (clinic_id, wake_at, instance_id)
    SELECT n.clinic_id, n.wake_at, n.id FROM new_rows n WHERE n.status = 'running' AND n.wake_at IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER wakes_of_new AFTER INSERT ON workflow_instances REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_instance_wakes();
CREATE TRIGGER wakes_of_changed AFTER UPDATE ON workflow_instances REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_instance_wakes();
CREATE TRIGGER wakes_of_gone AFTER DELETE ON workflow_instances REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_instance_wakes();

DO $$
DECLARE clinic uuid;
BEGIN
  FOR clinic IN SELECT id FROM clinics LOOP
    PERFORM set_config('frontdesk.clinic_id', clinic::text, true);
    INSERT INTO instance_wakes (clinic_id, wake_at, instance_id)
    SELECT clinic_id, wake_at, id FROM workflow_instances WHERE clinic_id = clinic AND status = 'running' AND wake_at IS NOT NULL;
  END LOOP;
  PERFORM set_config('frontdesk.clinic_id', '', true);
END $$;
DROP INDEX workflow_instances_due;
ALTER TABLE workflow_instances SET (fillfactor = 50);

-- A foreign key looks for the other row once for each row that is written, and locks it. Where rows are only ever written
-- beside the row they belong to, in the same statement or transaction, that is half of the work; only the way back is
-- needed: what goes takes its own with it.
ALTER TABLE task_executions DROP CONSTRAINT task_executions_clinic_id_instance_id_fkey;
CREATE FUNCTION take_executions_along() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  DELETE FROM task_executions x USING old_rows o WHERE x.clinic_id = o.clinic_id AND x.instance_id = o.id;
  RETURN NULL;
END $$;
CREATE TRIGGER executions_go_along AFTER DELETE ON workflow_instances REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION take_executions_along();

ALTER TABLE message_outbox DROP CONSTRAINT message_outbox_clinic_id_message_id_fkey;
CREATE FUNCTION take_outbox_along() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  DELETE FROM message_outbox m USING old_rows o WHERE m.clinic_id = o.clinic_id AND m.message_id = o.id;
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_goes_along AFTER DELETE ON messages REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION take_outbox_along();

ALTER TABLE messages DROP CONSTRAINT messages_clinic_id_conversation_id_fkey;
CREATE FUNCTION take_messages_along() RETURNS trigger LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  DELETE FROM messages m USING old_rows o WHERE m.clinic_id = o.clinic_id AND m.conversation_id = o.id;
  RETURN NULL;
END $$;
CREATE TRIGGER messages_go_along AFTER DELETE ON conversations REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION take_messages_along();
