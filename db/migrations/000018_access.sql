-- Who may come in: second factors, sessions that say when they were used, invitations, links by mail, keys for programs.
ALTER TABLE users
  ADD COLUMN language text CHECK (language IN ('en', 'de')), -- null: the clinic's
  ADD COLUMN two_factor_enabled boolean NOT NULL DEFAULT false;
ALTER TABLE sessions ADD COLUMN last_used_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE clinics ADD COLUMN two_factor_required boolean NOT NULL DEFAULT false;
ALTER TABLE clinic_members ADD COLUMN last_seen_at timestamptz;
ALTER TABLE audit_log ADD COLUMN api_key_id uuid; -- not null: a program did it with this key of the user's
ALTER TABLE staff_members ADD COLUMN left_at timestamptz; -- the row stays, because calls of the past name it

CREATE TABLE two_factors (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL UNIQUE REFERENCES users ON DELETE CASCADE,
  secret text NOT NULL,                       -- sealed by better-auth
  backup_codes text NOT NULL,                 -- likewise
  verified boolean NOT NULL DEFAULT true,
  failed_verification_count integer NOT NULL DEFAULT 0,
  locked_until timestamptz
);

-- A code holds for about a minute: seen once, it is refused for the rest of that.
CREATE TABLE used_codes (
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  code text NOT NULL,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, code)
);

-- What a link in a mail stands for. The link itself is not kept: it is the row's id with our seal.
CREATE TABLE account_links (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('new-password', 'new-email')),
  email text NOT NULL,                        -- where the mail goes; for new-email the address to come
  expires_at timestamptz NOT NULL
);
CREATE INDEX account_links_by_user ON account_links (user_id);

DROP TABLE clinic_invitations;
CREATE TABLE clinic_invitations (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('owner', 'manager', 'receptionist', 'readonly')),
  answers_calls boolean NOT NULL,
  staff_phone_number text CHECK (staff_phone_number ~ '^\+[1-9][0-9]{4,14}$'),
  invited_by uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  sent_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, email)
);

CREATE TABLE api_keys (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,
  hash text NOT NULL,                         -- SHA-256 of 256 random bits: there is nothing to guess
  hint text NOT NULL,                         -- its last four characters
  scopes text[] NOT NULL,
  created_by uuid NOT NULL REFERENCES users ON DELETE CASCADE, -- may never do more than this person now may
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, hash)
);
SELECT isolate_by_clinic(ARRAY['clinic_invitations', 'api_keys']::regclass[]);
