-- How many go or went by each workflow and each of its versions, out of the index alone: the rows are wide. An instance's status
-- and version change only when it ends, pauses or moves, so that a step still changes no index.
CREATE INDEX workflow_instances_counted ON workflow_instances (clinic_id, workflow_id, version, status);
