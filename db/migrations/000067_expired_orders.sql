-- Calls that were ordered are kept as long as the call log: they are found by their age.
CREATE INDEX ordered_calls_by_age ON ordered_calls (clinic_id, created_at);
