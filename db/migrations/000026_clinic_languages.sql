-- In which languages a clinic speaks with callers. Its own language is one of them.
ALTER TABLE clinics
  ADD COLUMN languages text[] NOT NULL DEFAULT '{en,de}',
  ADD CONSTRAINT clinics_languages_check CHECK (languages <@ '{en,de}' AND language = ANY (languages));
