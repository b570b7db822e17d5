-- What failed lately, over all workflows. Of the rows only few: a step that is done touches no index more than before.
CREATE INDEX task_executions_failed ON task_executions (clinic_id, at) WHERE outcome = 'failed';
