-- Who is under way, of one workflow: to search, to preview and to act on many without reading those that are over. Its
-- condition changes only when an instance ends, so that a step still changes no index.
CREATE INDEX workflow_instances_under_way ON workflow_instances (clinic_id, workflow_id, id) WHERE status IN ('running', 'paused');
