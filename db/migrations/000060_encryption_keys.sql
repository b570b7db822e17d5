-- Which key things are sealed with, by its fingerprint. The keys themselves are never in the database.
CREATE TABLE encryption_keys (
  fingerprint text PRIMARY KEY CHECK (fingerprint ~ '^[0-9a-f]{16}$'),
  current_since timestamptz NOT NULL,
  former_since timestamptz,                 -- null: what is sealed now is sealed with this one
  unneeded_since timestamptz,               -- of a former one: nothing is sealed with it any more
  to_reseal integer,                        -- of the current one: how much was sealed with others; null: not counted yet
  resealed integer NOT NULL DEFAULT 0,
  unopened integer NOT NULL DEFAULT 0,      -- what opens with none of the keys, and was left as it is
  resealed_at timestamptz                   -- null: it is still being done
);
CREATE UNIQUE INDEX encryption_keys_one_current ON encryption_keys ((true)) WHERE former_since IS NULL;

INSERT INTO encryption_keys (fingerprint, current_since, resealed_at)
SELECT value->>'fingerprint', updated_at, updated_at FROM service_endpoints WHERE name = 'encryption';
DELETE FROM service_endpoints WHERE name = 'encryption';

-- Which keys each running process holds: nobody seals with one that another cannot open.
CREATE TABLE key_holders (
  process uuid PRIMARY KEY,
  wants text NOT NULL,                      -- the key that its file or its environment names first
  holds text[] NOT NULL,
  seals text,                               -- null: it does not have the one that is to seal
  seen_at timestamptz NOT NULL DEFAULT now()
);

-- What sessions, links and notifications are signed with. It outlives the keys, and is sealed like everything else.
CREATE TABLE signing_secrets (
  name text PRIMARY KEY CHECK (name IN ('sessions', 'links', 'push')),
  sealed bytea NOT NULL
);
