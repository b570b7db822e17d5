-- The audit log is searched by person, newest first; by subject it is already.
CREATE INDEX audit_log_by_person ON audit_log (clinic_id, user_id, at DESC, id DESC);
DROP INDEX audit_log_by_time;
CREATE INDEX audit_log_by_time ON audit_log (clinic_id, at DESC, id DESC);
-- TRUNCATE fires no trigger for rows: refused likewise.
CREATE TRIGGER audit_log_no_truncate BEFORE TRUNCATE ON audit_log EXECUTE FUNCTION refuse_change();
