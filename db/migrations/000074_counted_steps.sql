-- What an instance is counted as in the numbers of its workflow's steps (workflows/rules/counts-as.ts): a set, kept in the row that
-- each step writes anyway, in the same statement. So the numbers are read from one row a person instead of from ten
-- executions with their messages and calls, and they cannot be late or differ from the people behind them.
ALTER TABLE workflow_instances ADD COLUMN counts_as jsonb NOT NULL DEFAULT '{}';

-- Of those who are there already, from what was written down about them. An answer that ended the instance was not
-- counted before; it is in the facts.
DO $$
DECLARE clinic uuid;
BEGIN
  FOR clinic IN SELECT id FROM clinics LOOP
    PERFORM set_config('frontdesk.clinic_id', clinic::text, true);
    WITH told AS (
      SELECT x.instance_id, x.step, x.reason, how
      FROM task_executions x, unnest(CASE x.outcome WHEN 'done' THEN '{entered,done}' WHEN 'chosen' THEN '{entered,done}'
        WHEN 'skipped' THEN '{entered,skipped}' WHEN 'failed' THEN '{entered,failed}' ELSE '{entered}' END::text[]) how
      WHERE x.clinic_id = clinic AND x.step IS NOT NULL
    ), came AS (
      SELECT m.instance_id, m.key, how FROM messages m, unnest(ARRAY[
        CASE WHEN m.status = 'delivered' THEN 'delivered' END, CASE WHEN m.clicked_at IS NOT NULL THEN 'clicked' END]) how
      WHERE m.clinic_id = clinic AND m.instance_id IS NOT NULL
      UNION ALL
      SELECT m.instance_id, m.key, how FROM message_facts f JOIN messages m ON m.clinic_id = f.clinic_id AND m.id = f.message_id,
        unnest(CASE WHEN f.fact->>'meaning' IN ('confirm', 'yes') THEN '{replied,confirmed}'
          WHEN f.fact->>'meaning' = 'stop' THEN '{replied,opted-out}' ELSE '{replied}' END::text[]) how
      WHERE f.clinic_id = clinic AND f.fact->>'fact' = 'replied' AND m.instance_id = f.instance_id
      UNION ALL
      SELECT c.instance_id, c.key, how FROM ordered_calls c, unnest(CASE c.outcome WHEN 'confirmed' THEN '{answered,confirmed}'
        WHEN 'do-not-call' THEN '{answered,opted-out}' ELSE '{answered}' END::text[]) how
      WHERE c.clinic_id = clinic AND c.outcome IN ('heard', 'confirmed', 'reschedule-asked', 'spoke-to-someone', 'wanted-someone', 'do-not-call')
    ), counted AS (
      SELECT instance_id, step || ' ' || how AS counted FROM told
      UNION SELECT instance_id, step || ' ' || how || ' ' || reason FROM told WHERE how IN ('skipped', 'failed') AND reason IS NOT NULL
      UNION SELECT instance_id, split_part(key, ':', 2) || ' ' || how FROM came WHERE how IS NOT NULL
    )
    UPDATE workflow_instances i SET counts_as = c.counts_as
    FROM (SELECT instance_id, jsonb_object_agg(counted, true) AS counts_as FROM counted GROUP BY 1) c
    WHERE i.clinic_id = clinic AND i.id = c.instance_id;
  END LOOP;
  PERFORM set_config('frontdesk.clinic_id', '', true);
END $$;
