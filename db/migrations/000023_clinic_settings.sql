-- What a clinic says about itself, and how long it keeps what calls leave behind.
ALTER TABLE clinics
  ADD COLUMN country text CHECK (country ~ '^[A-Z]{2}$'),
  ADD COLUMN call_log_days integer CHECK (call_log_days BETWEEN 30 AND 3650), -- null: kept for good
  ADD COLUMN webhook_receipt_days integer NOT NULL DEFAULT 90 CHECK (webhook_receipt_days BETWEEN 7 AND 3650);
CREATE INDEX webhook_receipts_by_time ON webhook_receipts (clinic_id, at);
