-- What the calls read stays in its tables. A draft is one document of all of it; publishing writes the tables.
CREATE TABLE routing_drafts (
  clinic_id uuid PRIMARY KEY REFERENCES clinics ON DELETE CASCADE,
  document jsonb NOT NULL,
  revision integer NOT NULL,                          -- goes up with every save
  based_on integer NOT NULL,                          -- the newest publication when the draft was begun
  saved_by uuid REFERENCES users ON DELETE SET NULL,
  saved_at timestamptz NOT NULL
);

CREATE TABLE routing_publications (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  number integer NOT NULL,                            -- 1, 2, 3, … within the clinic; 1 is what was there before the first
  document jsonb NOT NULL,
  note text NOT NULL DEFAULT '',
  restores integer,                                   -- the publication that this one brought back
  published_by uuid REFERENCES users ON DELETE SET NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, number)
);

-- Which recording is played instead of which text: { "greeting": {"en": id}, "voicemail": {…}, "afterHours": {…} }.
ALTER TABLE call_settings ADD COLUMN recordings jsonb NOT NULL DEFAULT '{}';
ALTER TABLE departments ADD COLUMN voicemail_recordings jsonb NOT NULL DEFAULT '{}';

-- A removed department keeps its row, so that old calls and voicemails keep its name and undoing brings it back.
ALTER TABLE departments ADD COLUMN removed_at timestamptz;
ALTER TABLE departments ADD COLUMN position integer NOT NULL DEFAULT 0; -- the clinic's own order, then by name

-- Two departments, or two options of a menu, may change places in one transaction: checked when it ends.
ALTER TABLE departments DROP CONSTRAINT departments_clinic_id_name_key;
ALTER TABLE departments ADD CONSTRAINT departments_name_once
  EXCLUDE (clinic_id WITH =, name WITH =) WHERE (removed_at IS NULL) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ivr_menu_options DROP CONSTRAINT ivr_menu_options_clinic_id_call_settings_id_parent_option_i_key;
ALTER TABLE ivr_menu_options ADD CONSTRAINT ivr_menu_options_digit_once
  UNIQUE NULLS NOT DISTINCT (clinic_id, call_settings_id, parent_option_id, menu_digit) DEFERRABLE INITIALLY DEFERRED;

SELECT isolate_by_clinic(ARRAY['routing_drafts', 'routing_publications']::regclass[]);
