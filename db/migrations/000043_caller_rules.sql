-- Whose calls go another way than everybody's: routing/rules/caller-rule.ts, in the order in which they are asked.
ALTER TABLE call_settings ADD COLUMN caller_rules jsonb NOT NULL DEFAULT '[]';
