-- How calls are taken: one row for the clinic (phone_number null), and one for each number that differs.
CREATE TABLE call_settings (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  id uuid NOT NULL,
  phone_number text REFERENCES clinic_phone_numbers ON DELETE CASCADE,
  language text NOT NULL CHECK (language IN ('en', 'de')),
  enable_ai_call_handling boolean NOT NULL DEFAULT false,
  enable_ivr_menu boolean NOT NULL DEFAULT true,
  ivr_menu_config jsonb NOT NULL DEFAULT '{}',        -- { greeting: {en, de}, timeoutSeconds, maxRepeats }
  ring_seconds integer NOT NULL DEFAULT 20 CHECK (ring_seconds BETWEEN 5 AND 120),
  max_wait_seconds integer NOT NULL DEFAULT 0 CHECK (max_wait_seconds BETWEEN 0 AND 1800), -- 0: no waiting when everybody is busy
  voicemail_enabled boolean NOT NULL DEFAULT true,
  voicemail_message jsonb NOT NULL DEFAULT '{}',      -- spoken text by language; {} = the built-in text
  voicemail_email text,
  voicemail_retention_days integer NOT NULL DEFAULT 90 CHECK (voicemail_retention_days BETWEEN 1 AND 3650),
  business_hours jsonb NOT NULL DEFAULT '{}',         -- { "1": [["08:00","18:00"]], … } by ISO weekday; {} = always open
  holidays jsonb NOT NULL DEFAULT '{}',               -- { country, state, extra: [{date, name}], except: [date] }
  after_hours text NOT NULL DEFAULT 'voicemail' CHECK (after_hours IN ('voicemail', 'menu', 'staff', 'external')),
  after_hours_message jsonb NOT NULL DEFAULT '{}',
  after_hours_number text CHECK (after_hours_number ~ '^\+[1-9][0-9]{4,14}$'),
  PRIMARY KEY (clinic_id, id),
  UNIQUE NULLS NOT DISTINCT (clinic_id, phone_number),
  CHECK (after_hours <> 'external' OR after_hours_number IS NOT NULL)
);

CREATE TABLE ivr_menu_options (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  call_settings_id uuid NOT NULL,
  parent_option_id uuid,                              -- null: the first menu; else an option with route_type 'menu'
  menu_digit text NOT NULL CHECK (menu_digit ~ '^[0-9*#]$'),
  menu_label text NOT NULL,
  spoken jsonb NOT NULL DEFAULT '{}',                 -- text by language; {} = "For {label}, press {digit}"
  menu_order integer NOT NULL DEFAULT 0,
  route_type text NOT NULL CHECK (route_type IN ('staff', 'department', 'voicemail', 'ai', 'external', 'menu')),
  target_staff_id uuid,
  department_id uuid,
  target_number text CHECK (target_number ~ '^\+[1-9][0-9]{4,14}$'),
  ai_fallback_to_staff boolean NOT NULL DEFAULT true,
  PRIMARY KEY (clinic_id, id),
  UNIQUE NULLS NOT DISTINCT (clinic_id, call_settings_id, parent_option_id, menu_digit),
  FOREIGN KEY (clinic_id, call_settings_id) REFERENCES call_settings ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, parent_option_id) REFERENCES ivr_menu_options ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, target_staff_id) REFERENCES staff_members ON DELETE CASCADE,
  FOREIGN KEY (clinic_id, department_id) REFERENCES departments ON DELETE CASCADE,
  CHECK (CASE route_type WHEN 'staff' THEN target_staff_id IS NOT NULL WHEN 'department' THEN department_id IS NOT NULL
         WHEN 'external' THEN target_number IS NOT NULL ELSE true END)
);

SELECT isolate_by_clinic(ARRAY['call_settings', 'ivr_menu_options']::regclass[]);
