-- What a receiver said, so that whoever looks for the fault need not guess.
ALTER TABLE webhook_deliveries
  ADD COLUMN last_response text CHECK (length(last_response) <= 1000),
  ADD COLUMN last_failure text CHECK (last_failure IN ('timeout', 'refused', 'unknown-host', 'certificate', 'unreachable'));
