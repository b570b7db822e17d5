-- A webhook must not lead into the server's own network where the installation says so: whoever looks is told.
ALTER TABLE webhook_deliveries
  DROP CONSTRAINT webhook_deliveries_last_failure_check,
  ADD CONSTRAINT webhook_deliveries_last_failure_check
    CHECK (last_failure IN ('timeout', 'refused', 'unknown-host', 'certificate', 'forbidden', 'unreachable'));
