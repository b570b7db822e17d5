-- Generated from db/migrations by `npm run db:generate`. Read here, change there.

CREATE TABLE account_links (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  purpose text NOT NULL,
  email text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT account_links_pkey PRIMARY KEY (id),
  CONSTRAINT account_links_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT account_links_purpose_check CHECK ((purpose = ANY (ARRAY['new-password'::text, 'new-email'::text])))
);
CREATE INDEX account_links_by_user ON public.account_links USING btree (user_id);

CREATE TABLE api_keys (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  hash text NOT NULL,
  hint text NOT NULL,
  scopes text[] NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT api_keys_clinic_id_hash_key UNIQUE (clinic_id, hash),
  CONSTRAINT api_keys_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT api_keys_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT api_keys_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE CASCADE
);
-- isolated by clinic: policy own_clinic

CREATE TABLE appointment_identifiers (
  clinic_id uuid NOT NULL,
  system text NOT NULL,
  value text NOT NULL,
  appointment_id uuid NOT NULL,
  told jsonb NOT NULL,
  CONSTRAINT appointment_identifiers_pkey PRIMARY KEY (clinic_id, system, value),
  CONSTRAINT appointment_identifiers_clinic_id_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT appointment_identifiers_value_check CHECK ((value <> ''::text))
);
CREATE INDEX appointment_identifiers_by_appointment ON public.appointment_identifiers USING btree (clinic_id, appointment_id);
-- isolated by clinic: policy own_clinic

CREATE TABLE appointment_types (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  minutes integer NOT NULL,
  colour text NOT NULL DEFAULT 'blue'::text,
  archived_at timestamp with time zone,
  CONSTRAINT appointment_types_clinic_id_name_key UNIQUE (clinic_id, name),
  CONSTRAINT appointment_types_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT appointment_types_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT appointment_types_colour_check CHECK ((colour = ANY (ARRAY['blue'::text, 'teal'::text, 'green'::text, 'yellow'::text, 'orange'::text, 'pink'::text, 'violet'::text, 'grey'::text]))),
  CONSTRAINT appointment_types_minutes_check CHECK (((minutes >= 5) AND (minutes <= 720))),
  CONSTRAINT appointment_types_name_check CHECK ((name <> ''::text))
);
-- isolated by clinic: policy own_clinic

CREATE TABLE appointments (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  practitioner_id uuid NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  reason text NOT NULL,
  status text NOT NULL DEFAULT 'booked'::text,
  type_id uuid,
  revision integer NOT NULL DEFAULT 1,
  cancelled_by text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT appointments_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT appointments_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT appointments_clinic_id_practitioner_id_fkey FOREIGN KEY (clinic_id, practitioner_id) REFERENCES practitioners(clinic_id, id),
  CONSTRAINT appointments_clinic_id_type_id_fkey FOREIGN KEY (clinic_id, type_id) REFERENCES appointment_types(clinic_id, id),
  CONSTRAINT appointments_cancelled_by_check CHECK ((cancelled_by = ANY (ARRAY['patient'::text, 'clinic'::text, 'unknown'::text]))),
  CONSTRAINT appointments_check CHECK ((ends_at > starts_at)),
  CONSTRAINT appointments_status_check CHECK ((status = ANY (ARRAY['booked'::text, 'confirmed'::text, 'checked-in'::text, 'completed'::text, 'no-show'::text, 'cancelled'::text])))
);
CREATE INDEX appointments_by_patient ON public.appointments USING btree (clinic_id, patient_id, starts_at);
CREATE INDEX appointments_by_practitioner ON public.appointments USING btree (clinic_id, practitioner_id, starts_at);
CREATE INDEX appointments_by_start ON public.appointments USING btree (clinic_id, starts_at);
CREATE INDEX appointments_by_type ON public.appointments USING btree (clinic_id, type_id) WHERE (type_id IS NOT NULL);
-- isolated by clinic: policy own_clinic

CREATE TABLE audit_log (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  user_id uuid,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid,
  detail jsonb NOT NULL DEFAULT '{}'::jsonb,
  api_key_id uuid,
  kind text NOT NULL DEFAULT split_part(action, '.'::text, 1),
  CONSTRAINT audit_log_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT audit_log_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE
);
CREATE INDEX audit_log_by_action ON public.audit_log USING btree (clinic_id, action, at DESC, id DESC);
CREATE INDEX audit_log_by_kind ON public.audit_log USING btree (clinic_id, kind, at DESC, id DESC);
CREATE INDEX audit_log_by_person ON public.audit_log USING btree (clinic_id, user_id, at DESC, id DESC);
CREATE INDEX audit_log_by_subject ON public.audit_log USING btree (clinic_id, subject_id, at DESC) WHERE (subject_id IS NOT NULL);
CREATE INDEX audit_log_by_time ON public.audit_log USING btree (clinic_id, at DESC, id DESC);
-- isolated by clinic: policy own_clinic

CREATE TABLE bulk_work_instances (
  clinic_id uuid NOT NULL,
  work_id uuid NOT NULL,
  instance_id uuid NOT NULL,
  step text,
  seen integer,
  outcome text,
  CONSTRAINT bulk_work_instances_pkey PRIMARY KEY (clinic_id, work_id, instance_id),
  CONSTRAINT bulk_work_instances_clinic_id_work_id_fkey FOREIGN KEY (clinic_id, work_id) REFERENCES bulk_works(clinic_id, id) ON DELETE CASCADE
);
-- isolated by clinic: policy own_clinic

CREATE TABLE bulk_works (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  workflow_id uuid,
  act text NOT NULL,
  why text NOT NULL,
  asked jsonb NOT NULL,
  asked_by uuid,
  asked_at timestamp with time zone NOT NULL,
  status text NOT NULL DEFAULT 'running'::text,
  total integer NOT NULL,
  tally jsonb NOT NULL DEFAULT '{}'::jsonb,
  reached uuid,
  stopped_by uuid,
  finished_at timestamp with time zone,
  CONSTRAINT bulk_works_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT bulk_works_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT bulk_works_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT bulk_works_clinic_id_workflow_id_fkey FOREIGN KEY (clinic_id, workflow_id) REFERENCES workflows(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT bulk_works_stopped_by_fkey FOREIGN KEY (stopped_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT bulk_works_act_check CHECK ((act = ANY (ARRAY['end'::text, 'go-on'::text, 'move'::text, 'again'::text, 'leave'::text]))),
  CONSTRAINT bulk_works_status_check CHECK ((status = ANY (ARRAY['running'::text, 'done'::text, 'stopped'::text])))
);
CREATE INDEX bulk_works_by_time ON public.bulk_works USING btree (clinic_id, asked_at DESC, id DESC);
-- isolated by clinic: policy own_clinic

CREATE TABLE call_logs (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  carrier_sid text NOT NULL,
  direction text NOT NULL,
  from_number text NOT NULL,
  to_number text NOT NULL,
  forwarded_from text,
  language text NOT NULL,
  status text NOT NULL,
  status_since timestamp with time zone NOT NULL,
  outcome text,
  state jsonb NOT NULL,
  caller_name text,
  patient_id uuid,
  lead_id uuid,
  department_id uuid,
  answered_by uuid,
  started_at timestamp with time zone NOT NULL,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  last_fact_at timestamp with time zone NOT NULL,
  other_number text NOT NULL DEFAULT 
CASE direction
    WHEN 'inbound'::text THEN from_number
    ELSE to_number
END,
  search text NOT NULL DEFAULT (((' '::text || call_search_text(COALESCE(caller_name, ''::text))) || ' '::text) ||
CASE direction
    WHEN 'inbound'::text THEN from_number
    ELSE to_number
END),
  emergency jsonb,
  CONSTRAINT call_logs_clinic_id_carrier_sid_key UNIQUE (clinic_id, carrier_sid),
  CONSTRAINT call_logs_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT call_logs_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT call_logs_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE SET NULL (patient_id),
  CONSTRAINT call_logs_check CHECK (((status = 'ended'::text) = (ended_at IS NOT NULL))),
  CONSTRAINT call_logs_direction_check CHECK ((direction = ANY (ARRAY['inbound'::text, 'outbound'::text]))),
  CONSTRAINT call_logs_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text]))),
  CONSTRAINT call_logs_outcome_check CHECK ((outcome = ANY (ARRAY['answered'::text, 'voicemail'::text, 'external'::text, 'abandoned'::text, 'missed'::text, 'no-answer'::text, 'machine'::text, 'failed'::text]))),
  CONSTRAINT call_logs_status_check CHECK ((status = ANY (ARRAY['menu'::text, 'ringing'::text, 'waiting'::text, 'connected'::text, 'held'::text, 'voicemail'::text, 'external'::text, 'script'::text, 'ended'::text])))
);
CREATE INDEX call_logs_by_department ON public.call_logs USING btree (clinic_id, department_id, started_at DESC, id DESC) WHERE (department_id IS NOT NULL);
CREATE INDEX call_logs_by_from ON public.call_logs USING btree (clinic_id, from_number, started_at DESC);
CREATE INDEX call_logs_by_lead ON public.call_logs USING btree (clinic_id, lead_id, started_at DESC, id DESC) WHERE (lead_id IS NOT NULL);
CREATE INDEX call_logs_by_other_number ON public.call_logs USING btree (clinic_id, other_number, started_at DESC, id DESC);
CREATE INDEX call_logs_by_outcome ON public.call_logs USING btree (clinic_id, outcome, started_at DESC, id DESC) WHERE (outcome IS NOT NULL);
CREATE INDEX call_logs_by_patient ON public.call_logs USING btree (clinic_id, patient_id, started_at DESC, id DESC) WHERE (patient_id IS NOT NULL);
CREATE INDEX call_logs_by_staff ON public.call_logs USING btree (clinic_id, answered_by, started_at DESC, id DESC) WHERE (answered_by IS NOT NULL);
CREATE INDEX call_logs_by_start ON public.call_logs USING btree (clinic_id, started_at DESC, id DESC);
CREATE INDEX call_logs_by_to ON public.call_logs USING btree (clinic_id, to_number, started_at DESC);
CREATE INDEX call_logs_running ON public.call_logs USING btree (clinic_id, status_since) WHERE (status <> 'ended'::text);
-- isolated by clinic: policy own_clinic

CREATE TABLE call_notes (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  call_id uuid NOT NULL,
  user_id uuid,
  text text NOT NULL,
  written_at timestamp with time zone NOT NULL,
  changed_at timestamp with time zone,
  CONSTRAINT call_notes_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT call_notes_clinic_id_call_id_fkey FOREIGN KEY (clinic_id, call_id) REFERENCES call_logs(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT call_notes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT call_notes_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
);
CREATE INDEX call_notes_by_call ON public.call_notes USING btree (clinic_id, call_id, written_at);
-- isolated by clinic: policy own_clinic

CREATE TABLE call_routing_history (
  clinic_id uuid NOT NULL,
  call_id uuid NOT NULL,
  seq integer NOT NULL,
  at timestamp with time zone NOT NULL,
  kind text NOT NULL,
  reason text NOT NULL,
  staff_id uuid,
  detail jsonb NOT NULL DEFAULT '{}'::jsonb,
  CONSTRAINT call_routing_history_pkey PRIMARY KEY (clinic_id, call_id, seq),
  CONSTRAINT call_routing_history_clinic_id_call_id_fkey FOREIGN KEY (clinic_id, call_id) REFERENCES call_logs(clinic_id, id) ON DELETE CASCADE
);
-- isolated by clinic: policy own_clinic

CREATE TABLE call_search_terms (
  clinic_id uuid NOT NULL,
  term text NOT NULL,
  number text NOT NULL,
  CONSTRAINT call_search_terms_pkey PRIMARY KEY (clinic_id, term, number),
  CONSTRAINT call_search_terms_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE
);
-- isolated by clinic: policy own_clinic

CREATE TABLE call_senders (
  clinic_id uuid NOT NULL,
  phone_number text NOT NULL,
  per_minute integer NOT NULL DEFAULT 60,
  at_once integer NOT NULL DEFAULT 5,
  daily_cap integer,
  free_at timestamp with time zone NOT NULL DEFAULT '-infinity'::timestamp with time zone,
  day date,
  dialled_on_day integer NOT NULL DEFAULT 0,
  CONSTRAINT call_senders_pkey PRIMARY KEY (clinic_id, phone_number),
  CONSTRAINT call_senders_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT call_senders_at_once_check CHECK (((at_once >= 1) AND (at_once <= 500))),
  CONSTRAINT call_senders_daily_cap_check CHECK ((daily_cap > 0)),
  CONSTRAINT call_senders_per_minute_check CHECK (((per_minute >= 1) AND (per_minute <= 6000)))
);
-- isolated by clinic: policy own_clinic

CREATE TABLE call_settings (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  phone_number text,
  language text NOT NULL,
  enable_ai_call_handling boolean NOT NULL DEFAULT false,
  enable_ivr_menu boolean NOT NULL DEFAULT true,
  ivr_menu_config jsonb NOT NULL DEFAULT '{}'::jsonb,
  ring_seconds integer NOT NULL DEFAULT 20,
  max_wait_seconds integer NOT NULL DEFAULT 0,
  voicemail_enabled boolean NOT NULL DEFAULT true,
  voicemail_message jsonb NOT NULL DEFAULT '{}'::jsonb,
  voicemail_email text,
  voicemail_retention_days integer NOT NULL DEFAULT 90,
  business_hours jsonb NOT NULL DEFAULT '{}'::jsonb,
  holidays jsonb NOT NULL DEFAULT '{}'::jsonb,
  after_hours text NOT NULL DEFAULT 'voicemail'::text,
  after_hours_message jsonb NOT NULL DEFAULT '{}'::jsonb,
  after_hours_number text,
  recordings jsonb NOT NULL DEFAULT '{}'::jsonb,
  caller_rules jsonb NOT NULL DEFAULT '[]'::jsonb,
  emergency_words jsonb NOT NULL DEFAULT '{}'::jsonb,
  CONSTRAINT call_settings_clinic_id_phone_number_key UNIQUE NULLS NOT DISTINCT (clinic_id, phone_number),
  CONSTRAINT call_settings_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT call_settings_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT call_settings_phone_number_fkey FOREIGN KEY (phone_number) REFERENCES clinic_phone_numbers(phone_number) ON DELETE CASCADE,
  CONSTRAINT call_settings_after_hours_check CHECK ((after_hours = ANY (ARRAY['voicemail'::text, 'menu'::text, 'staff'::text, 'external'::text]))),
  CONSTRAINT call_settings_after_hours_number_check CHECK ((after_hours_number ~ '^\+[1-9][0-9]{4,14}$'::text)),
  CONSTRAINT call_settings_check CHECK (((after_hours <> 'external'::text) OR (after_hours_number IS NOT NULL))),
  CONSTRAINT call_settings_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text]))),
  CONSTRAINT call_settings_max_wait_seconds_check CHECK (((max_wait_seconds >= 0) AND (max_wait_seconds <= 1800))),
  CONSTRAINT call_settings_ring_seconds_check CHECK (((ring_seconds >= 5) AND (ring_seconds <= 120))),
  CONSTRAINT call_settings_voicemail_retention_days_check CHECK (((voicemail_retention_days >= 1) AND (voicemail_retention_days <= 3650)))
);
-- isolated by clinic: policy own_clinic

CREATE TABLE call_view_defaults (
  clinic_id uuid NOT NULL,
  user_id uuid NOT NULL,
  view_id uuid NOT NULL,
  CONSTRAINT call_view_defaults_pkey PRIMARY KEY (clinic_id, user_id),
  CONSTRAINT call_view_defaults_clinic_id_view_id_fkey FOREIGN KEY (clinic_id, view_id) REFERENCES call_views(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT call_view_defaults_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
-- isolated by clinic: policy own_clinic

CREATE TABLE call_views (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  name text NOT NULL,
  shared boolean NOT NULL DEFAULT false,
  search jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT call_views_clinic_id_user_id_name_key UNIQUE (clinic_id, user_id, name),
  CONSTRAINT call_views_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT call_views_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT call_views_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
-- isolated by clinic: policy own_clinic

CREATE TABLE carrier_calls (
  carrier_sid text NOT NULL,
  clinic_id uuid NOT NULL,
  call_id uuid NOT NULL,
  staff_id uuid,
  CONSTRAINT carrier_calls_pkey PRIMARY KEY (carrier_sid),
  CONSTRAINT carrier_calls_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE
);
CREATE INDEX carrier_calls_by_call ON public.carrier_calls USING btree (clinic_id, call_id);

CREATE TABLE clinic_invitations (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  answers_calls boolean NOT NULL,
  staff_phone_number text,
  invited_by uuid NOT NULL,
  sent_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT clinic_invitations_clinic_id_email_key UNIQUE (clinic_id, email),
  CONSTRAINT clinic_invitations_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT clinic_invitations_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT clinic_invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT clinic_invitations_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'receptionist'::text, 'readonly'::text]))),
  CONSTRAINT clinic_invitations_staff_phone_number_check CHECK ((staff_phone_number ~ '^\+[1-9][0-9]{4,14}$'::text))
);
-- isolated by clinic: policy own_clinic

CREATE TABLE clinic_members (
  id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  user_id uuid NOT NULL,
  role text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  last_seen_at timestamp with time zone,
  CONSTRAINT clinic_members_clinic_id_user_id_key UNIQUE (clinic_id, user_id),
  CONSTRAINT clinic_members_pkey PRIMARY KEY (id),
  CONSTRAINT clinic_members_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT clinic_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  CONSTRAINT clinic_members_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'receptionist'::text, 'readonly'::text])))
);
CREATE INDEX clinic_members_by_user ON public.clinic_members USING btree (user_id);

CREATE TABLE clinic_phone_numbers (
  phone_number text NOT NULL,
  clinic_id uuid NOT NULL,
  label text NOT NULL,
  carrier_sid text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT clinic_phone_numbers_pkey PRIMARY KEY (phone_number),
  CONSTRAINT clinic_phone_numbers_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT clinic_phone_numbers_phone_number_check CHECK ((phone_number ~ '^\+[1-9][0-9]{4,14}$'::text))
);
CREATE INDEX clinic_phone_numbers_by_clinic ON public.clinic_phone_numbers USING btree (clinic_id);

CREATE TABLE clinic_wakes (
  clinic_id uuid NOT NULL,
  minute timestamp with time zone NOT NULL,
  CONSTRAINT clinic_wakes_pkey PRIMARY KEY (clinic_id, minute),
  CONSTRAINT clinic_wakes_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE
);
CREATE INDEX clinic_wakes_by_minute ON public.clinic_wakes USING btree (minute);

CREATE TABLE clinics (
  id uuid NOT NULL,
  name text NOT NULL,
  slug text NOT NULL,
  logo text,
  metadata text,
  time_zone text NOT NULL DEFAULT 'UTC'::text,
  language text NOT NULL DEFAULT 'en'::text,
  currency text NOT NULL DEFAULT 'USD'::text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  two_factor_required boolean NOT NULL DEFAULT false,
  country text,
  call_log_days integer,
  webhook_receipt_days integer NOT NULL DEFAULT 90,
  languages text[] NOT NULL DEFAULT '{en,de}'::text[],
  contact_decision_days integer NOT NULL DEFAULT 1095,
  CONSTRAINT clinics_slug_key UNIQUE (slug),
  CONSTRAINT clinics_pkey PRIMARY KEY (id),
  CONSTRAINT clinics_call_log_days_check CHECK (((call_log_days >= 30) AND (call_log_days <= 3650))),
  CONSTRAINT clinics_contact_decision_days_check CHECK (((contact_decision_days >= 90) AND (contact_decision_days <= 3650))),
  CONSTRAINT clinics_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT clinics_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text]))),
  CONSTRAINT clinics_languages_check CHECK (((languages <@ '{en,de}'::text[]) AND (language = ANY (languages)))),
  CONSTRAINT clinics_webhook_receipt_days_check CHECK (((webhook_receipt_days >= 7) AND (webhook_receipt_days <= 3650)))
);

CREATE TABLE contact_consents (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  purpose text NOT NULL,
  channel text,
  method text NOT NULL,
  written boolean NOT NULL DEFAULT (method = ANY (ARRAY['paper-form'::text, 'web-form'::text, 'email'::text, 'sms'::text])),
  obtained_at timestamp with time zone NOT NULL,
  proof text,
  recorded_at timestamp with time zone NOT NULL,
  recorded_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  CONSTRAINT contact_consents_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT contact_consents_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT contact_consents_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id),
  CONSTRAINT contact_consents_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT contact_consents_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT contact_consents_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text, 'call'::text, 'in-app'::text, 'push'::text]))),
  CONSTRAINT contact_consents_method_check CHECK ((method = ANY (ARRAY['paper-form'::text, 'web-form'::text, 'email'::text, 'sms'::text, 'in-person'::text, 'phone'::text, 'imported'::text]))),
  CONSTRAINT contact_consents_purpose_check CHECK ((purpose = ANY (ARRAY['appointment'::text, 'care'::text, 'billing'::text, 'feedback'::text, 'marketing'::text])))
);
CREATE INDEX contact_consents_by_patient ON public.contact_consents USING btree (clinic_id, patient_id, obtained_at DESC);
CREATE INDEX contact_consents_by_time ON public.contact_consents USING btree (clinic_id, recorded_at DESC, id DESC);
-- isolated by clinic: policy own_clinic

CREATE TABLE contact_decisions (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  key text NOT NULL,
  patient_id uuid NOT NULL,
  moment text NOT NULL,
  channel text NOT NULL,
  purpose text NOT NULL,
  reason text NOT NULL,
  rule text,
  not_before timestamp with time zone,
  consent_id uuid,
  decision jsonb NOT NULL,
  decided_at timestamp with time zone NOT NULL,
  times integer NOT NULL DEFAULT 1,
  counted_at timestamp with time zone,
  CONSTRAINT contact_decisions_clinic_id_key_moment_reason_key UNIQUE (clinic_id, key, moment, reason),
  CONSTRAINT contact_decisions_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT contact_decisions_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT contact_decisions_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id),
  CONSTRAINT contact_decisions_moment_check CHECK ((moment = ANY (ARRAY['planning'::text, 'sending'::text])))
);
CREATE INDEX contact_decisions_by_patient ON public.contact_decisions USING btree (clinic_id, patient_id, decided_at DESC, id DESC);
CREATE INDEX contact_decisions_by_time ON public.contact_decisions USING btree (clinic_id, decided_at);
CREATE INDEX contact_decisions_counted ON public.contact_decisions USING btree (clinic_id, patient_id, counted_at) WHERE (counted_at IS NOT NULL);
-- isolated by clinic: policy own_clinic

CREATE TABLE contact_opt_outs (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid,
  address text,
  channel text,
  purpose text,
  how text NOT NULL,
  note text,
  since timestamp with time zone NOT NULL,
  recorded_by uuid,
  lifted_at timestamp with time zone,
  lifted_how text,
  lifted_by uuid,
  message_id uuid,
  CONSTRAINT contact_opt_outs_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT contact_opt_outs_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT contact_opt_outs_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id),
  CONSTRAINT contact_opt_outs_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT contact_opt_outs_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT contact_opt_outs_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text, 'call'::text, 'in-app'::text, 'push'::text]))),
  CONSTRAINT contact_opt_outs_check CHECK (((patient_id IS NOT NULL) OR (address IS NOT NULL))),
  CONSTRAINT contact_opt_outs_check1 CHECK (((lifted_at IS NULL) = (lifted_how IS NULL))),
  CONSTRAINT contact_opt_outs_how_check CHECK ((how = ANY (ARRAY['keyword'::text, 'words'::text, 'key-press'::text, 'link'::text, 'complaint'::text, 'carrier'::text, 'staff'::text, 'imported'::text]))),
  CONSTRAINT contact_opt_outs_lifted_how_check CHECK ((lifted_how = ANY (ARRAY['keyword'::text, 'link'::text, 'staff'::text]))),
  CONSTRAINT contact_opt_outs_purpose_check CHECK ((purpose = ANY (ARRAY['appointment'::text, 'care'::text, 'billing'::text, 'feedback'::text, 'marketing'::text])))
);
CREATE INDEX contact_opt_outs_by_patient ON public.contact_opt_outs USING btree (clinic_id, patient_id) WHERE (lifted_at IS NULL);
CREATE INDEX contact_opt_outs_by_time ON public.contact_opt_outs USING btree (clinic_id, since DESC, id DESC);
CREATE UNIQUE INDEX contact_opt_outs_once ON public.contact_opt_outs USING btree (clinic_id, address, channel, purpose) NULLS NOT DISTINCT WHERE ((lifted_at IS NULL) AND (address IS NOT NULL));
-- isolated by clinic: policy own_clinic

CREATE TABLE conversations (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  channel text NOT NULL,
  address text NOT NULL,
  own_address text,
  patient_id uuid,
  status text NOT NULL DEFAULT 'closed'::text,
  waits_since timestamp with time zone,
  unread integer NOT NULL DEFAULT 0,
  assigned_to uuid,
  last_message_at timestamp with time zone NOT NULL,
  CONSTRAINT conversations_clinic_id_channel_address_key UNIQUE (clinic_id, channel, address),
  CONSTRAINT conversations_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT conversations_clinic_id_assigned_to_fkey FOREIGN KEY (clinic_id, assigned_to) REFERENCES staff_members(clinic_id, id) ON DELETE SET NULL (assigned_to),
  CONSTRAINT conversations_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT conversations_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE SET NULL (patient_id),
  CONSTRAINT conversations_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text, 'in-app'::text, 'push'::text]))),
  CONSTRAINT conversations_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
);
CREATE INDEX conversations_by_patient ON public.conversations USING btree (clinic_id, patient_id) WHERE (patient_id IS NOT NULL);
CREATE INDEX conversations_by_time ON public.conversations USING btree (clinic_id, last_message_at DESC, id DESC);
CREATE INDEX conversations_open ON public.conversations USING btree (clinic_id, last_message_at DESC, id DESC) WHERE (status = 'open'::text);
-- isolated by clinic: policy own_clinic

CREATE TABLE credentials (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT credentials_provider_id_account_id_key UNIQUE (provider_id, account_id),
  CONSTRAINT credentials_pkey PRIMARY KEY (id),
  CONSTRAINT credentials_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX credentials_by_user ON public.credentials USING btree (user_id);

CREATE TABLE daily_starts (
  clinic_id uuid NOT NULL,
  workflow_id uuid NOT NULL,
  next_at timestamp with time zone NOT NULL,
  CONSTRAINT daily_starts_pkey PRIMARY KEY (clinic_id, workflow_id),
  CONSTRAINT daily_starts_clinic_id_workflow_id_fkey FOREIGN KEY (clinic_id, workflow_id) REFERENCES workflows(clinic_id, id) ON DELETE CASCADE
);
CREATE INDEX daily_starts_by_time ON public.daily_starts USING btree (next_at);

CREATE TABLE departments (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  voicemail_email text,
  voicemail_greeting jsonb NOT NULL DEFAULT '{}'::jsonb,
  voicemail_recordings jsonb NOT NULL DEFAULT '{}'::jsonb,
  removed_at timestamp with time zone,
  "position" integer NOT NULL DEFAULT 0,
  emergency boolean NOT NULL DEFAULT false,
  CONSTRAINT departments_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT departments_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE
);
CREATE INDEX departments_name_once ON public.departments USING btree (clinic_id, name) WHERE (removed_at IS NULL);
-- isolated by clinic: policy own_clinic

CREATE TABLE distinct_patients (
  clinic_id uuid NOT NULL,
  one_id uuid NOT NULL,
  other_id uuid NOT NULL,
  said_at timestamp with time zone NOT NULL,
  said_by uuid,
  CONSTRAINT distinct_patients_pkey PRIMARY KEY (clinic_id, one_id, other_id),
  CONSTRAINT distinct_patients_clinic_id_one_id_fkey FOREIGN KEY (clinic_id, one_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT distinct_patients_clinic_id_other_id_fkey FOREIGN KEY (clinic_id, other_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT distinct_patients_said_by_fkey FOREIGN KEY (said_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT distinct_patients_check CHECK ((one_id < other_id))
);
-- isolated by clinic: policy own_clinic

CREATE TABLE encryption_keys (
  fingerprint text NOT NULL,
  current_since timestamp with time zone NOT NULL,
  former_since timestamp with time zone,
  unneeded_since timestamp with time zone,
  to_reseal integer,
  resealed integer NOT NULL DEFAULT 0,
  unopened integer NOT NULL DEFAULT 0,
  resealed_at timestamp with time zone,
  CONSTRAINT encryption_keys_pkey PRIMARY KEY (fingerprint),
  CONSTRAINT encryption_keys_fingerprint_check CHECK ((fingerprint ~ '^[0-9a-f]{16}$'::text))
);
CREATE UNIQUE INDEX encryption_keys_one_current ON public.encryption_keys USING btree ((true)) WHERE (former_since IS NULL);

CREATE TABLE events (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  source text NOT NULL DEFAULT 'frontdesk'::text,
  external_id text NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  patient_id uuid,
  lead_id uuid,
  appointment_id uuid,
  call_id uuid,
  payload jsonb NOT NULL,
  CONSTRAINT events_clinic_id_source_external_id_key UNIQUE (clinic_id, source, external_id),
  CONSTRAINT events_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT events_clinic_id_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT events_clinic_id_call_id_fkey FOREIGN KEY (clinic_id, call_id) REFERENCES call_logs(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT events_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT events_clinic_id_lead_id_fkey FOREIGN KEY (clinic_id, lead_id) REFERENCES leads(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT events_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE
);
CREATE INDEX events_by_appointment ON public.events USING btree (clinic_id, appointment_id) WHERE (appointment_id IS NOT NULL);
CREATE INDEX events_by_call ON public.events USING btree (clinic_id, call_id) WHERE (call_id IS NOT NULL);
CREATE INDEX events_by_kind ON public.events USING btree (clinic_id, kind, occurred_at DESC, id DESC);
CREATE INDEX events_by_lead ON public.events USING btree (clinic_id, lead_id) WHERE (lead_id IS NOT NULL);
CREATE INDEX events_by_patient ON public.events USING btree (clinic_id, patient_id, occurred_at DESC) WHERE (patient_id IS NOT NULL);
CREATE INDEX events_by_time ON public.events USING btree (clinic_id, occurred_at DESC, id DESC);
-- isolated by clinic: policy own_clinic

CREATE TABLE greeting_recordings (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  language text NOT NULL,
  transcript text NOT NULL,
  seconds double precision NOT NULL,
  audio bytea NOT NULL,
  recorded_by uuid,
  recorded_at timestamp with time zone NOT NULL,
  CONSTRAINT greeting_recordings_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT greeting_recordings_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT greeting_recordings_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT greeting_recordings_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text])))
);
-- isolated by clinic: policy own_clinic

CREATE TABLE import_batches (
  clinic_id uuid NOT NULL,
  import_id uuid NOT NULL,
  stage integer NOT NULL,
  number integer NOT NULL,
  rows integer NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT import_batches_pkey PRIMARY KEY (clinic_id, import_id, stage, number),
  CONSTRAINT import_batches_clinic_id_import_id_fkey FOREIGN KEY (clinic_id, import_id) REFERENCES imports(clinic_id, id) ON DELETE CASCADE
);
-- isolated by clinic: policy own_clinic

CREATE TABLE import_findings (
  clinic_id uuid NOT NULL,
  import_id uuid NOT NULL,
  row_number integer NOT NULL,
  outcome text NOT NULL,
  reasons jsonb NOT NULL,
  content bytea,
  CONSTRAINT import_findings_pkey PRIMARY KEY (clinic_id, import_id, row_number),
  CONSTRAINT import_findings_clinic_id_import_id_fkey FOREIGN KEY (clinic_id, import_id) REFERENCES imports(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT import_findings_outcome_check CHECK ((outcome = ANY (ARRAY['refused'::text, 'trimmed'::text])))
);
-- isolated by clinic: policy own_clinic

CREATE TABLE import_mappings (
  clinic_id uuid NOT NULL,
  header_signature text NOT NULL,
  mapping jsonb NOT NULL,
  choices jsonb NOT NULL,
  used_at timestamp with time zone NOT NULL,
  CONSTRAINT import_mappings_pkey PRIMARY KEY (clinic_id, header_signature),
  CONSTRAINT import_mappings_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE
);
-- isolated by clinic: policy own_clinic

CREATE TABLE import_pieces (
  clinic_id uuid NOT NULL,
  import_id uuid NOT NULL,
  number integer NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT import_pieces_pkey PRIMARY KEY (clinic_id, import_id, number),
  CONSTRAINT import_pieces_clinic_id_import_id_fkey FOREIGN KEY (clinic_id, import_id) REFERENCES imports(clinic_id, id) ON DELETE CASCADE
);
-- isolated by clinic: policy own_clinic

CREATE TABLE import_subjects (
  clinic_id uuid NOT NULL,
  import_id uuid NOT NULL,
  reference text NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  added boolean NOT NULL,
  CONSTRAINT import_subjects_pkey PRIMARY KEY (clinic_id, import_id, reference),
  CONSTRAINT import_subjects_clinic_id_import_id_fkey FOREIGN KEY (clinic_id, import_id) REFERENCES imports(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT import_subjects_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['patient'::text, 'practitioner'::text, 'appointment'::text])))
);
CREATE INDEX import_subjects_by_subject ON public.import_subjects USING btree (clinic_id, import_id, subject_id);
-- isolated by clinic: policy own_clinic

CREATE TABLE imports (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  file_name text NOT NULL,
  kind text NOT NULL,
  status text NOT NULL DEFAULT 'uploading'::text,
  fault text,
  bytes integer NOT NULL DEFAULT 0,
  format jsonb NOT NULL DEFAULT '{}'::jsonb,
  profile jsonb NOT NULL DEFAULT '{}'::jsonb,
  mapping jsonb NOT NULL DEFAULT '[]'::jsonb,
  remembered boolean NOT NULL DEFAULT false,
  choices jsonb NOT NULL DEFAULT '{}'::jsonb,
  tally jsonb NOT NULL DEFAULT '{}'::jsonb,
  rows_total integer NOT NULL DEFAULT 0,
  rows_done integer NOT NULL DEFAULT 0,
  created_by uuid,
  created_at timestamp with time zone NOT NULL,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  CONSTRAINT imports_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT imports_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT imports_kind_check CHECK ((kind = ANY (ARRAY['csv'::text, 'fhir'::text]))),
  CONSTRAINT imports_status_check CHECK ((status = ANY (ARRAY['uploading'::text, 'reading'::text, 'unreadable'::text, 'ready'::text, 'running'::text, 'done'::text, 'undoing'::text, 'undone'::text])))
);
CREATE INDEX imports_by_time ON public.imports USING btree (clinic_id, created_at DESC, id DESC);
-- isolated by clinic: policy own_clinic

CREATE TABLE installation_settings (
  name text NOT NULL,
  sealed bytea NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  changed_by uuid,
  CONSTRAINT installation_settings_pkey PRIMARY KEY (name),
  CONSTRAINT installation_settings_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT installation_settings_name_check CHECK ((name = ANY (ARRAY['carrier'::text, 'mail'::text, 'speech'::text, 'transcription'::text])))
);

CREATE TABLE instance_wakes (
  clinic_id uuid NOT NULL,
  wake_at timestamp with time zone NOT NULL,
  instance_id uuid NOT NULL,
  CONSTRAINT instance_wakes_pkey PRIMARY KEY (clinic_id, wake_at, instance_id)
);
-- isolated by clinic: policy own_clinic

CREATE TABLE ivr_menu_options (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  call_settings_id uuid NOT NULL,
  parent_option_id uuid,
  menu_digit text NOT NULL,
  menu_label text NOT NULL,
  spoken jsonb NOT NULL DEFAULT '{}'::jsonb,
  menu_order integer NOT NULL DEFAULT 0,
  route_type text NOT NULL,
  target_staff_id uuid,
  department_id uuid,
  target_number text,
  ai_fallback_to_staff boolean NOT NULL DEFAULT true,
  emergency boolean NOT NULL DEFAULT false,
  CONSTRAINT ivr_menu_options_digit_once UNIQUE NULLS NOT DISTINCT (clinic_id, call_settings_id, parent_option_id, menu_digit) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT ivr_menu_options_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT ivr_menu_options_clinic_id_call_settings_id_fkey FOREIGN KEY (clinic_id, call_settings_id) REFERENCES call_settings(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT ivr_menu_options_clinic_id_department_id_fkey FOREIGN KEY (clinic_id, department_id) REFERENCES departments(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT ivr_menu_options_clinic_id_parent_option_id_fkey FOREIGN KEY (clinic_id, parent_option_id) REFERENCES ivr_menu_options(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT ivr_menu_options_clinic_id_target_staff_id_fkey FOREIGN KEY (clinic_id, target_staff_id) REFERENCES staff_members(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT ivr_menu_options_check CHECK (
CASE route_type
    WHEN 'staff'::text THEN (target_staff_id IS NOT NULL)
    WHEN 'department'::text THEN (department_id IS NOT NULL)
    WHEN 'external'::text THEN (target_number IS NOT NULL)
    ELSE true
END),
  CONSTRAINT ivr_menu_options_menu_digit_check CHECK ((menu_digit ~ '^[0-9*#]$'::text)),
  CONSTRAINT ivr_menu_options_route_type_check CHECK ((route_type = ANY (ARRAY['staff'::text, 'department'::text, 'voicemail'::text, 'ai'::text, 'external'::text, 'menu'::text]))),
  CONSTRAINT ivr_menu_options_target_number_check CHECK ((target_number ~ '^\+[1-9][0-9]{4,14}$'::text))
);
-- isolated by clinic: policy own_clinic

CREATE TABLE key_holders (
  process uuid NOT NULL,
  wants text NOT NULL,
  holds text[] NOT NULL,
  seals text,
  seen_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT key_holders_pkey PRIMARY KEY (process)
);

CREATE TABLE known_words (
  clinic_id uuid NOT NULL,
  word text NOT NULL,
  CONSTRAINT known_words_pkey PRIMARY KEY (clinic_id, word),
  CONSTRAINT known_words_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE
);
-- isolated by clinic: policy own_clinic

CREATE TABLE leads (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  phone_number text,
  email text,
  language text,
  interest text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT leads_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT leads_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT leads_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text]))),
  CONSTRAINT leads_phone_number_check CHECK ((phone_number ~ '^\+[1-9][0-9]{4,14}$'::text))
);
CREATE INDEX leads_by_number ON public.leads USING btree (clinic_id, phone_number);
-- isolated by clinic: policy own_clinic

CREATE TABLE likely_duplicates (
  clinic_id uuid NOT NULL,
  one_id uuid NOT NULL,
  other_id uuid NOT NULL,
  reasons text[] NOT NULL,
  found smallint NOT NULL,
  CONSTRAINT likely_duplicates_pkey PRIMARY KEY (clinic_id, one_id, other_id),
  CONSTRAINT likely_duplicates_clinic_id_one_id_fkey FOREIGN KEY (clinic_id, one_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT likely_duplicates_clinic_id_other_id_fkey FOREIGN KEY (clinic_id, other_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT likely_duplicates_check CHECK ((one_id < other_id)),
  CONSTRAINT likely_duplicates_found_check CHECK ((found > 0)),
  CONSTRAINT likely_duplicates_reasons_check CHECK ((cardinality(reasons) > 0))
);
CREATE INDEX likely_duplicates_by_other ON public.likely_duplicates USING btree (clinic_id, other_id);
CREATE INDEX likely_duplicates_surest ON public.likely_duplicates USING btree (clinic_id, found DESC, one_id, other_id);
-- isolated by clinic: policy own_clinic

CREATE TABLE message_facts (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  instance_id uuid NOT NULL,
  message_id uuid NOT NULL,
  fact jsonb NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT message_facts_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT message_facts_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE
);
-- isolated by clinic: policy own_clinic

CREATE TABLE message_links (
  code text NOT NULL,
  clinic_id uuid NOT NULL,
  message_id uuid NOT NULL,
  purpose text NOT NULL,
  target text,
  created_at timestamp with time zone NOT NULL,
  first_used_at timestamp with time zone,
  uses integer NOT NULL DEFAULT 0,
  patient_id uuid,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  CONSTRAINT message_links_pkey PRIMARY KEY (code),
  CONSTRAINT message_links_clinic_id_message_id_fkey FOREIGN KEY (clinic_id, message_id) REFERENCES messages(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT message_links_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT message_links_purpose_check CHECK ((purpose = ANY (ARRAY['page'::text, 'unsubscribe'::text, 'open'::text, 'click'::text])))
);
CREATE INDEX message_links_by_message ON public.message_links USING btree (clinic_id, message_id);
CREATE INDEX message_links_by_patient ON public.message_links USING btree (clinic_id, patient_id) WHERE (revoked_at IS NULL);

CREATE TABLE message_outbox (
  clinic_id uuid NOT NULL,
  message_id uuid NOT NULL,
  due_at timestamp with time zone NOT NULL,
  has_slot boolean NOT NULL DEFAULT false,
  family text,
  held boolean NOT NULL DEFAULT false,
  CONSTRAINT message_outbox_pkey PRIMARY KEY (clinic_id, message_id)
);
CREATE INDEX message_outbox_by_time ON public.message_outbox USING btree (due_at) WHERE (NOT held);
CREATE INDEX message_outbox_families ON public.message_outbox USING btree (clinic_id, family, due_at) WHERE (family IS NOT NULL);
CREATE INDEX message_outbox_of_clinic ON public.message_outbox USING btree (clinic_id, due_at, message_id) WHERE (NOT held);

CREATE TABLE message_senders (
  clinic_id uuid NOT NULL,
  address text NOT NULL,
  per_minute integer NOT NULL DEFAULT 240,
  daily_cap integer,
  free_at timestamp with time zone NOT NULL DEFAULT '-infinity'::timestamp with time zone,
  day date,
  sent_on_day integer NOT NULL DEFAULT 0,
  CONSTRAINT message_senders_pkey PRIMARY KEY (clinic_id, address),
  CONSTRAINT message_senders_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT message_senders_daily_cap_check CHECK ((daily_cap > 0)),
  CONSTRAINT message_senders_per_minute_check CHECK (((per_minute >= 1) AND (per_minute <= 100000)))
);
-- isolated by clinic: policy own_clinic

CREATE TABLE message_settings (
  clinic_id uuid NOT NULL,
  track_email boolean NOT NULL DEFAULT false,
  segment_price_micros integer NOT NULL DEFAULT 8300,
  postal_address text,
  CONSTRAINT message_settings_pkey PRIMARY KEY (clinic_id),
  CONSTRAINT message_settings_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT message_settings_segment_price_micros_check CHECK ((segment_price_micros >= 0))
);
-- isolated by clinic: policy own_clinic

CREATE TABLE message_template_versions (
  clinic_id uuid NOT NULL,
  template_id uuid NOT NULL,
  version integer NOT NULL,
  texts jsonb NOT NULL,
  saved_at timestamp with time zone NOT NULL,
  saved_by uuid,
  CONSTRAINT message_template_versions_pkey PRIMARY KEY (clinic_id, template_id, version),
  CONSTRAINT message_template_versions_clinic_id_template_id_fkey FOREIGN KEY (clinic_id, template_id) REFERENCES message_templates(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT message_template_versions_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES users(id) ON DELETE SET NULL
);
-- isolated by clinic: policy own_clinic

CREATE TABLE message_templates (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  channel text NOT NULL,
  purpose text NOT NULL,
  about text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  archived_at timestamp with time zone,
  CONSTRAINT message_templates_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT message_templates_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT message_templates_about_check CHECK ((about = ANY (ARRAY['patient'::text, 'appointment'::text]))),
  CONSTRAINT message_templates_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text, 'in-app'::text, 'push'::text]))),
  CONSTRAINT message_templates_name_check CHECK ((name <> ''::text))
);
CREATE UNIQUE INDEX message_templates_by_name ON public.message_templates USING btree (clinic_id, lower(name)) WHERE (archived_at IS NULL);
-- isolated by clinic: policy own_clinic

CREATE TABLE messages (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  key text NOT NULL,
  conversation_id uuid,
  direction text NOT NULL,
  channel text NOT NULL,
  purpose text NOT NULL,
  patient_id uuid,
  recipient_id uuid,
  appointment_id uuid,
  instance_id uuid,
  cause jsonb NOT NULL,
  template_id uuid,
  template_version integer,
  template_values jsonb,
  language text,
  subject text,
  body text,
  status text NOT NULL,
  reason text,
  decision_id uuid,
  due_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  needs_standing boolean NOT NULL DEFAULT false,
  attempts integer NOT NULL DEFAULT 0,
  unsure_since timestamp with time zone,
  sender text,
  carrier_sid text,
  past_sids text[] NOT NULL DEFAULT '{}'::text[],
  error_code integer,
  understood text,
  created_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  delivered_at timestamp with time zone,
  opened_at timestamp with time zone,
  clicked_at timestamp with time zone,
  together_with uuid,
  CONSTRAINT messages_clinic_id_key_key UNIQUE (clinic_id, key),
  CONSTRAINT messages_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT messages_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT messages_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE SET NULL (patient_id),
  CONSTRAINT messages_clinic_id_recipient_id_fkey FOREIGN KEY (clinic_id, recipient_id) REFERENCES patients(clinic_id, id) ON DELETE SET NULL (recipient_id),
  CONSTRAINT messages_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text, 'in-app'::text, 'push'::text]))),
  CONSTRAINT messages_direction_check CHECK ((direction = ANY (ARRAY['inbound'::text, 'outbound'::text]))),
  CONSTRAINT messages_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text]))),
  CONSTRAINT messages_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'delivered'::text, 'failed'::text, 'unknown'::text, 'withheld'::text, 'withdrawn'::text, 'received'::text])))
);
CREATE INDEX messages_by_conversation ON public.messages USING btree (clinic_id, conversation_id, created_at DESC, id DESC);
CREATE INDEX messages_by_patient ON public.messages USING btree (clinic_id, patient_id, created_at DESC, id DESC) WHERE (patient_id IS NOT NULL);
CREATE INDEX messages_by_recipient ON public.messages USING btree (clinic_id, recipient_id, created_at DESC, id DESC) WHERE (recipient_id IS NOT NULL);
CREATE UNIQUE INDEX messages_by_sid ON public.messages USING btree (clinic_id, carrier_sid) WHERE (carrier_sid IS NOT NULL);
CREATE INDEX messages_together ON public.messages USING btree (clinic_id, together_with) WHERE (together_with IS NOT NULL);
CREATE INDEX messages_waiting_by_appointment ON public.messages USING btree (clinic_id, appointment_id) WHERE ((appointment_id IS NOT NULL) AND (status = 'waiting'::text));
CREATE INDEX messages_waiting_by_instance ON public.messages USING btree (clinic_id, instance_id) WHERE ((instance_id IS NOT NULL) AND (status = 'waiting'::text));
-- isolated by clinic: policy own_clinic

CREATE TABLE migrations (
  name text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT migrations_pkey PRIMARY KEY (name)
);

CREATE TABLE ordered_call_outbox (
  clinic_id uuid NOT NULL,
  order_id uuid NOT NULL,
  due_at timestamp with time zone NOT NULL,
  has_slot boolean NOT NULL DEFAULT false,
  CONSTRAINT ordered_call_outbox_pkey PRIMARY KEY (clinic_id, order_id),
  CONSTRAINT ordered_call_outbox_clinic_id_order_id_fkey FOREIGN KEY (clinic_id, order_id) REFERENCES ordered_calls(clinic_id, id) ON DELETE CASCADE
);
CREATE INDEX ordered_call_outbox_by_time ON public.ordered_call_outbox USING btree (due_at);
CREATE INDEX ordered_call_outbox_of_clinic ON public.ordered_call_outbox USING btree (clinic_id, due_at, order_id);

CREATE TABLE ordered_calls (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  key text NOT NULL,
  instance_id uuid NOT NULL,
  patient_id uuid,
  recipient_id uuid,
  appointment_id uuid,
  purpose text NOT NULL,
  says jsonb NOT NULL,
  status text NOT NULL,
  outcome text,
  reason text,
  decision_id uuid,
  call_id uuid,
  due_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  needs_standing boolean NOT NULL DEFAULT false,
  attempts integer NOT NULL DEFAULT 0,
  unsure_since timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  over_at timestamp with time zone,
  CONSTRAINT ordered_calls_clinic_id_key_key UNIQUE (clinic_id, key),
  CONSTRAINT ordered_calls_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT ordered_calls_clinic_id_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments(clinic_id, id) ON DELETE SET NULL (appointment_id),
  CONSTRAINT ordered_calls_clinic_id_call_id_fkey FOREIGN KEY (clinic_id, call_id) REFERENCES call_logs(clinic_id, id) ON DELETE SET NULL (call_id),
  CONSTRAINT ordered_calls_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT ordered_calls_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE SET NULL (patient_id),
  CONSTRAINT ordered_calls_clinic_id_recipient_id_fkey FOREIGN KEY (clinic_id, recipient_id) REFERENCES patients(clinic_id, id) ON DELETE SET NULL (recipient_id),
  CONSTRAINT ordered_calls_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'dialling'::text, 'under-way'::text, 'over'::text, 'withheld'::text, 'withdrawn'::text])))
);
CREATE INDEX ordered_calls_busy ON public.ordered_calls USING btree (clinic_id) WHERE (status = ANY (ARRAY['dialling'::text, 'under-way'::text]));
CREATE INDEX ordered_calls_by_age ON public.ordered_calls USING btree (clinic_id, created_at);
CREATE INDEX ordered_calls_by_appointment ON public.ordered_calls USING btree (clinic_id, appointment_id) WHERE (appointment_id IS NOT NULL);
CREATE INDEX ordered_calls_by_call ON public.ordered_calls USING btree (clinic_id, call_id) WHERE (call_id IS NOT NULL);
CREATE INDEX ordered_calls_by_patient ON public.ordered_calls USING btree (clinic_id, patient_id) WHERE (patient_id IS NOT NULL);
CREATE INDEX ordered_calls_by_recipient ON public.ordered_calls USING btree (clinic_id, recipient_id) WHERE (recipient_id IS NOT NULL);
CREATE INDEX ordered_calls_waiting_by_instance ON public.ordered_calls USING btree (clinic_id, instance_id) WHERE (status = 'waiting'::text);
-- isolated by clinic: policy own_clinic

CREATE TABLE patient_emails (
  clinic_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  email text NOT NULL,
  preferred boolean NOT NULL DEFAULT false,
  CONSTRAINT patient_emails_pkey PRIMARY KEY (clinic_id, patient_id, email),
  CONSTRAINT patient_emails_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT patient_emails_email_check CHECK (((email = lower(email)) AND (email ~~ '%_@_%'::text)))
);
CREATE INDEX patient_emails_by_email ON public.patient_emails USING btree (clinic_id, email);
CREATE UNIQUE INDEX patient_emails_preferred ON public.patient_emails USING btree (clinic_id, patient_id) WHERE preferred;
-- isolated by clinic: policy own_clinic

CREATE TABLE patient_guardians (
  clinic_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  guardian_id uuid NOT NULL,
  relation text NOT NULL,
  speaks_for boolean NOT NULL DEFAULT true,
  CONSTRAINT patient_guardians_pkey PRIMARY KEY (clinic_id, patient_id, guardian_id),
  CONSTRAINT patient_guardians_clinic_id_guardian_id_fkey FOREIGN KEY (clinic_id, guardian_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT patient_guardians_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT patient_guardians_check CHECK ((patient_id <> guardian_id)),
  CONSTRAINT patient_guardians_relation_check CHECK ((relation = ANY (ARRAY['mother'::text, 'father'::text, 'grandparent'::text, 'guardian'::text, 'carer'::text])))
);
CREATE INDEX patient_guardians_by_guardian ON public.patient_guardians USING btree (clinic_id, guardian_id);
-- isolated by clinic: policy own_clinic

CREATE TABLE patient_identifiers (
  clinic_id uuid NOT NULL,
  system text NOT NULL DEFAULT 'practice'::text,
  value text NOT NULL,
  patient_id uuid NOT NULL,
  folded text NOT NULL DEFAULT lower(value),
  CONSTRAINT patient_identifiers_pkey PRIMARY KEY (clinic_id, system, value),
  CONSTRAINT patient_identifiers_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT patient_identifiers_value_check CHECK ((value <> ''::text))
);
CREATE INDEX patient_identifiers_by_folded ON public.patient_identifiers USING btree (clinic_id, folded);
CREATE INDEX patient_identifiers_by_patient ON public.patient_identifiers USING btree (clinic_id, patient_id);
-- isolated by clinic: policy own_clinic

CREATE TABLE patient_merges (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  kept_id uuid NOT NULL,
  merged_id uuid NOT NULL,
  merged_at timestamp with time zone NOT NULL,
  merged_by uuid,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  undone_at timestamp with time zone,
  CONSTRAINT patient_merges_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT patient_merges_clinic_id_kept_id_fkey FOREIGN KEY (clinic_id, kept_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT patient_merges_clinic_id_merged_id_fkey FOREIGN KEY (clinic_id, merged_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT patient_merges_merged_by_fkey FOREIGN KEY (merged_by) REFERENCES users(id) ON DELETE SET NULL
);
CREATE INDEX patient_merges_by_kept ON public.patient_merges USING btree (clinic_id, kept_id);
-- isolated by clinic: policy own_clinic

CREATE TABLE patient_notes (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  author_id uuid,
  body text NOT NULL,
  pinned boolean NOT NULL DEFAULT false,
  created_at timestamp with time zone NOT NULL,
  edited_at timestamp with time zone,
  CONSTRAINT patient_notes_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT patient_notes_author_id_fkey FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT patient_notes_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT patient_notes_body_check CHECK ((body <> ''::text))
);
CREATE INDEX patient_notes_by_patient ON public.patient_notes USING btree (clinic_id, patient_id, created_at DESC, id DESC);
-- isolated by clinic: policy own_clinic

CREATE TABLE patient_phone_numbers (
  clinic_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  phone_number text NOT NULL,
  kind text NOT NULL DEFAULT 'mobile'::text,
  preferred boolean NOT NULL DEFAULT false,
  takes_sms boolean NOT NULL DEFAULT true,
  unreachable boolean NOT NULL DEFAULT false,
  CONSTRAINT patient_phone_numbers_pkey PRIMARY KEY (clinic_id, patient_id, phone_number),
  CONSTRAINT patient_phone_numbers_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT patient_phone_numbers_kind_check CHECK ((kind = ANY (ARRAY['mobile'::text, 'home'::text, 'work'::text, 'other'::text]))),
  CONSTRAINT patient_phone_numbers_phone_number_check CHECK ((phone_number ~ '^\+[1-9][0-9]{4,14}$'::text))
);
CREATE INDEX patient_phone_numbers_by_number ON public.patient_phone_numbers USING btree (clinic_id, phone_number);
CREATE UNIQUE INDEX patient_phone_numbers_preferred ON public.patient_phone_numbers USING btree (clinic_id, patient_id) WHERE preferred;
-- isolated by clinic: policy own_clinic

CREATE TABLE patient_tags (
  clinic_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  tag text NOT NULL,
  CONSTRAINT patient_tags_pkey PRIMARY KEY (clinic_id, patient_id, tag),
  CONSTRAINT patient_tags_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT patient_tags_tag_check CHECK ((tag <> ''::text))
);
CREATE INDEX patient_tags_by_tag ON public.patient_tags USING btree (clinic_id, tag, patient_id);
-- isolated by clinic: policy own_clinic

CREATE TABLE patient_words (
  clinic_id uuid NOT NULL,
  word text NOT NULL,
  patient_id uuid NOT NULL,
  CONSTRAINT patient_words_pkey PRIMARY KEY (clinic_id, word, patient_id),
  CONSTRAINT patient_words_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE
);
CREATE INDEX patient_words_by_patient ON public.patient_words USING btree (clinic_id, patient_id);
-- isolated by clinic: policy own_clinic

CREATE TABLE patients (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  given_name text NOT NULL,
  family_name text NOT NULL,
  birth_date date,
  language text,
  time_zone text,
  balance_cents integer NOT NULL DEFAULT 0,
  vip boolean NOT NULL DEFAULT false,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  preferred_name text,
  salutation text,
  gender text,
  street text,
  postal_code text,
  city text,
  region text,
  country text,
  spoken_languages text[] NOT NULL DEFAULT '{}'::text[],
  revision integer NOT NULL DEFAULT 1,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  archived_at timestamp with time zone,
  merged_into uuid,
  sort_name text NOT NULL DEFAULT ((plain_text(family_name) || ' '::text) || plain_text(given_name)),
  birth_month_day smallint DEFAULT ((EXTRACT(month FROM birth_date) * (100)::numeric) + EXTRACT(day FROM birth_date)),
  CONSTRAINT patients_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT patients_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT patients_clinic_id_merged_into_fkey FOREIGN KEY (clinic_id, merged_into) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT patients_check CHECK ((merged_into <> id)),
  CONSTRAINT patients_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT patients_gender_check CHECK ((gender = ANY (ARRAY['female'::text, 'male'::text, 'other'::text, 'unknown'::text]))),
  CONSTRAINT patients_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text])))
);
CREATE INDEX patients_archived ON public.patients USING btree (clinic_id, sort_name, id) WHERE ((merged_into IS NULL) AND (archived_at IS NOT NULL));
CREATE INDEX patients_by_age ON public.patients USING btree (clinic_id, COALESCE(birth_date, 'infinity'::date), id) WHERE (merged_into IS NULL);
CREATE INDEX patients_by_balance ON public.patients USING btree (clinic_id, balance_cents DESC, id DESC) WHERE (merged_into IS NULL);
CREATE INDEX patients_by_birth_date ON public.patients USING btree (clinic_id, birth_date) WHERE (merged_into IS NULL);
CREATE INDEX patients_by_birthday ON public.patients USING btree (clinic_id, birth_month_day) WHERE (merged_into IS NULL);
CREATE INDEX patients_by_created ON public.patients USING btree (clinic_id, created_at DESC, id DESC) WHERE (merged_into IS NULL);
CREATE INDEX patients_by_name ON public.patients USING btree (clinic_id, sort_name, id) WHERE (merged_into IS NULL);
CREATE INDEX patients_merged ON public.patients USING btree (clinic_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX patients_vip ON public.patients USING btree (clinic_id, sort_name, id) WHERE ((merged_into IS NULL) AND vip);
-- isolated by clinic: policy own_clinic

CREATE TABLE patients_to_compare (
  clinic_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  CONSTRAINT patients_to_compare_pkey PRIMARY KEY (clinic_id, patient_id),
  CONSTRAINT patients_to_compare_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE
);
-- isolated by clinic: policy own_clinic

CREATE TABLE payments (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  plan_id uuid,
  amount_cents integer NOT NULL,
  currency text NOT NULL,
  due_on date,
  status text NOT NULL,
  status_since timestamp with time zone NOT NULL,
  fault text,
  link text,
  source text NOT NULL,
  reference text,
  due_recorded boolean NOT NULL DEFAULT false,
  moved_cents integer NOT NULL DEFAULT 0,
  created_at timestamp with time zone NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT payments_clinic_id_source_reference_key UNIQUE (clinic_id, source, reference),
  CONSTRAINT payments_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT payments_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT payments_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT payments_clinic_id_plan_id_fkey FOREIGN KEY (clinic_id, plan_id) REFERENCES treatment_plans(clinic_id, id) ON DELETE SET NULL (plan_id),
  CONSTRAINT payments_amount_cents_check CHECK ((amount_cents >= 0)),
  CONSTRAINT payments_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT payments_fault_check CHECK ((fault <> ''::text)),
  CONSTRAINT payments_link_check CHECK ((link ~~ 'https://%'::text)),
  CONSTRAINT payments_status_check CHECK ((status = ANY (ARRAY['due'::text, 'failed'::text, 'received'::text, 'withdrawn'::text])))
);
CREATE INDEX payments_by_patient ON public.payments USING btree (clinic_id, patient_id, created_at DESC, id DESC);
CREATE INDEX payments_by_plan ON public.payments USING btree (clinic_id, plan_id) WHERE (plan_id IS NOT NULL);
CREATE INDEX payments_to_announce ON public.payments USING btree (clinic_id, due_on) WHERE ((status = 'due'::text) AND (NOT due_recorded));
-- isolated by clinic: policy own_clinic

CREATE TABLE practitioner_identifiers (
  clinic_id uuid NOT NULL,
  system text NOT NULL,
  value text NOT NULL,
  practitioner_id uuid NOT NULL,
  CONSTRAINT practitioner_identifiers_pkey PRIMARY KEY (clinic_id, system, value),
  CONSTRAINT practitioner_identifiers_clinic_id_practitioner_id_fkey FOREIGN KEY (clinic_id, practitioner_id) REFERENCES practitioners(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT practitioner_identifiers_value_check CHECK ((value <> ''::text))
);
CREATE INDEX practitioner_identifiers_by_practitioner ON public.practitioner_identifiers USING btree (clinic_id, practitioner_id);
-- isolated by clinic: policy own_clinic

CREATE TABLE practitioners (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  archived_at timestamp with time zone,
  CONSTRAINT practitioners_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT practitioners_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE
);
-- isolated by clinic: policy own_clinic

CREATE TABLE procedures (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  plan_id uuid,
  practitioner_id uuid,
  code text,
  name text NOT NULL,
  done_at timestamp with time zone,
  source text NOT NULL,
  reference text,
  created_at timestamp with time zone NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT procedures_clinic_id_source_reference_key UNIQUE (clinic_id, source, reference),
  CONSTRAINT procedures_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT procedures_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT procedures_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT procedures_clinic_id_plan_id_fkey FOREIGN KEY (clinic_id, plan_id) REFERENCES treatment_plans(clinic_id, id) ON DELETE SET NULL (plan_id),
  CONSTRAINT procedures_clinic_id_practitioner_id_fkey FOREIGN KEY (clinic_id, practitioner_id) REFERENCES practitioners(clinic_id, id) ON DELETE SET NULL (practitioner_id),
  CONSTRAINT procedures_code_check CHECK ((code <> ''::text)),
  CONSTRAINT procedures_name_check CHECK ((name <> ''::text))
);
CREATE INDEX procedures_by_patient ON public.procedures USING btree (clinic_id, patient_id, done_at DESC, id DESC);
CREATE INDEX procedures_by_plan ON public.procedures USING btree (clinic_id, plan_id) WHERE (plan_id IS NOT NULL);
CREATE INDEX procedures_by_practitioner ON public.procedures USING btree (clinic_id, practitioner_id) WHERE (practitioner_id IS NOT NULL);
-- isolated by clinic: policy own_clinic

CREATE TABLE push_subscriptions (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  endpoint text NOT NULL,
  keys jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT push_subscriptions_clinic_id_endpoint_key UNIQUE (clinic_id, endpoint),
  CONSTRAINT push_subscriptions_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT push_subscriptions_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE
);
CREATE INDEX push_subscriptions_by_patient ON public.push_subscriptions USING btree (clinic_id, patient_id);
-- isolated by clinic: policy own_clinic

CREATE TABLE rate_limits (
  id uuid NOT NULL,
  key text NOT NULL,
  count integer NOT NULL,
  last_request bigint NOT NULL,
  CONSTRAINT rate_limits_key_key UNIQUE (key),
  CONSTRAINT rate_limits_pkey PRIMARY KEY (id)
);

CREATE TABLE received_marks (
  clinic_id uuid NOT NULL,
  phone_number text NOT NULL,
  until timestamp with time zone NOT NULL,
  CONSTRAINT received_marks_pkey PRIMARY KEY (clinic_id, phone_number),
  CONSTRAINT received_marks_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE
);
-- isolated by clinic: policy own_clinic

CREATE TABLE routing_drafts (
  clinic_id uuid NOT NULL,
  document jsonb,
  revision integer NOT NULL,
  based_on integer NOT NULL,
  saved_by uuid,
  saved_at timestamp with time zone NOT NULL,
  CONSTRAINT routing_drafts_pkey PRIMARY KEY (clinic_id),
  CONSTRAINT routing_drafts_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT routing_drafts_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES users(id) ON DELETE SET NULL
);
-- isolated by clinic: policy own_clinic

CREATE TABLE routing_publications (
  clinic_id uuid NOT NULL,
  number integer NOT NULL,
  document jsonb NOT NULL,
  note text NOT NULL DEFAULT ''::text,
  restores integer,
  published_by uuid,
  published_at timestamp with time zone NOT NULL,
  CONSTRAINT routing_publications_pkey PRIMARY KEY (clinic_id, number),
  CONSTRAINT routing_publications_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT routing_publications_published_by_fkey FOREIGN KEY (published_by) REFERENCES users(id) ON DELETE SET NULL
);
-- isolated by clinic: policy own_clinic

CREATE TABLE service_endpoints (
  name text NOT NULL,
  value jsonb NOT NULL,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT service_endpoints_pkey PRIMARY KEY (name)
);

CREATE TABLE sessions (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  token text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ip_address text,
  user_agent text,
  active_organization_id uuid,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  last_used_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT sessions_token_key UNIQUE (token),
  CONSTRAINT sessions_pkey PRIMARY KEY (id),
  CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX sessions_by_user ON public.sessions USING btree (user_id);

CREATE TABLE signing_secrets (
  name text NOT NULL,
  sealed bytea NOT NULL,
  CONSTRAINT signing_secrets_pkey PRIMARY KEY (name),
  CONSTRAINT signing_secrets_name_check CHECK ((name = ANY (ARRAY['sessions'::text, 'links'::text, 'push'::text])))
);

CREATE TABLE speech_audio (
  clinic_id uuid NOT NULL,
  key text NOT NULL,
  wave bytea NOT NULL,
  created_at timestamp with time zone NOT NULL,
  used_on date NOT NULL,
  CONSTRAINT speech_audio_pkey PRIMARY KEY (clinic_id, key),
  CONSTRAINT speech_audio_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE
);
CREATE INDEX speech_audio_by_use ON public.speech_audio USING btree (clinic_id, used_on);
-- isolated by clinic: policy own_clinic

CREATE TABLE staff_call_availability (
  clinic_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  is_available boolean NOT NULL DEFAULT true,
  portal_session text,
  portal_seen_at timestamp with time zone,
  busy_call_id uuid,
  busy_since timestamp with time zone,
  CONSTRAINT staff_call_availability_pkey PRIMARY KEY (clinic_id, staff_id),
  CONSTRAINT staff_call_availability_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES staff_members(clinic_id, id) ON DELETE CASCADE
);
CREATE INDEX staff_call_availability_by_call ON public.staff_call_availability USING btree (clinic_id, busy_call_id);
-- isolated by clinic: policy own_clinic

CREATE TABLE staff_call_routing (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  staff_id uuid NOT NULL,
  department_id uuid,
  routing_priority integer NOT NULL DEFAULT 1,
  receive_calls_in_portal boolean NOT NULL DEFAULT true,
  use_staff_phone boolean NOT NULL DEFAULT false,
  staff_phone_number text,
  is_available_for_calls boolean NOT NULL DEFAULT true,
  CONSTRAINT staff_call_routing_clinic_id_staff_id_department_id_key UNIQUE NULLS NOT DISTINCT (clinic_id, staff_id, department_id),
  CONSTRAINT staff_call_routing_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT staff_call_routing_clinic_id_department_id_fkey FOREIGN KEY (clinic_id, department_id) REFERENCES departments(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT staff_call_routing_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES staff_members(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT staff_call_routing_check CHECK (((NOT use_staff_phone) OR (staff_phone_number IS NOT NULL))),
  CONSTRAINT staff_call_routing_routing_priority_check CHECK (((routing_priority >= 1) AND (routing_priority <= 99))),
  CONSTRAINT staff_call_routing_staff_phone_number_check CHECK ((staff_phone_number ~ '^\+[1-9][0-9]{4,14}$'::text))
);
-- isolated by clinic: policy own_clinic

CREATE TABLE staff_members (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid,
  name text NOT NULL,
  title text,
  email text,
  left_at timestamp with time zone,
  CONSTRAINT staff_members_clinic_id_user_id_key UNIQUE (clinic_id, user_id),
  CONSTRAINT staff_members_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT staff_members_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT staff_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL
);
-- isolated by clinic: policy own_clinic

CREATE TABLE task_executions (
  clinic_id uuid NOT NULL,
  instance_id uuid NOT NULL,
  number integer NOT NULL,
  round integer NOT NULL,
  step text,
  kind text NOT NULL,
  outcome text NOT NULL,
  reason text,
  detail jsonb NOT NULL,
  key text,
  at timestamp with time zone NOT NULL,
  CONSTRAINT task_executions_pkey PRIMARY KEY (clinic_id, instance_id, number),
  CONSTRAINT task_executions_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'waiting'::text, 'skipped'::text, 'failed'::text, 'chosen'::text, 'exited'::text, 'moved'::text])))
);
CREATE INDEX task_executions_failed ON public.task_executions USING btree (clinic_id, at) WHERE (outcome = 'failed'::text);
-- isolated by clinic: policy own_clinic

CREATE TABLE tasks (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  title text,
  body text,
  patient_id uuid,
  phone_number text,
  call_id uuid,
  appointment_id uuid,
  owner_id uuid,
  due_at timestamp with time zone,
  source text NOT NULL,
  source_id uuid,
  key text,
  created_at timestamp with time zone NOT NULL,
  created_by uuid,
  done_at timestamp with time zone,
  done_by uuid,
  revision integer NOT NULL DEFAULT 1,
  workflow jsonb,
  CONSTRAINT tasks_clinic_id_key_key UNIQUE (clinic_id, key),
  CONSTRAINT tasks_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT tasks_clinic_id_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments(clinic_id, id) ON DELETE SET NULL (appointment_id),
  CONSTRAINT tasks_clinic_id_call_id_fkey FOREIGN KEY (clinic_id, call_id) REFERENCES call_logs(clinic_id, id) ON DELETE SET NULL (call_id),
  CONSTRAINT tasks_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT tasks_clinic_id_owner_id_fkey FOREIGN KEY (clinic_id, owner_id) REFERENCES staff_members(clinic_id, id) ON DELETE SET NULL (owner_id),
  CONSTRAINT tasks_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT tasks_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT tasks_done_by_fkey FOREIGN KEY (done_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT tasks_body_check CHECK ((body <> ''::text)),
  CONSTRAINT tasks_check CHECK (((kind = 'callback'::text) OR (title IS NOT NULL))),
  CONSTRAINT tasks_kind_check CHECK ((kind = ANY (ARRAY['task'::text, 'callback'::text, 'note'::text]))),
  CONSTRAINT tasks_phone_number_check CHECK ((phone_number ~ '^\+[1-9][0-9]{4,14}$'::text)),
  CONSTRAINT tasks_source_check CHECK ((source = ANY (ARRAY['staff'::text, 'workflow'::text, 'message'::text]))),
  CONSTRAINT tasks_title_check CHECK ((title <> ''::text))
);
CREATE INDEX tasks_by_call ON public.tasks USING btree (clinic_id, call_id) WHERE (call_id IS NOT NULL);
CREATE INDEX tasks_by_patient ON public.tasks USING btree (clinic_id, patient_id, created_at DESC, id DESC) WHERE (patient_id IS NOT NULL);
CREATE INDEX tasks_done ON public.tasks USING btree (clinic_id, done_at DESC, id DESC) WHERE (done_at IS NOT NULL);
CREATE INDEX tasks_of_owner ON public.tasks USING btree (clinic_id, owner_id, COALESCE(due_at, 'infinity'::timestamp with time zone), id) WHERE (done_at IS NULL);
CREATE INDEX tasks_open ON public.tasks USING btree (clinic_id, COALESCE(due_at, 'infinity'::timestamp with time zone), id) WHERE (done_at IS NULL);
-- isolated by clinic: policy own_clinic

CREATE TABLE treatment_plans (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  patient_id uuid NOT NULL,
  name text NOT NULL,
  phase text NOT NULL,
  phase_since timestamp with time zone NOT NULL,
  milestone text,
  total_cents integer,
  currency text NOT NULL,
  link text,
  source text NOT NULL,
  reference text,
  created_at timestamp with time zone NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT treatment_plans_clinic_id_source_reference_key UNIQUE (clinic_id, source, reference),
  CONSTRAINT treatment_plans_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT treatment_plans_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT treatment_plans_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT treatment_plans_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT treatment_plans_link_check CHECK ((link ~~ 'https://%'::text)),
  CONSTRAINT treatment_plans_milestone_check CHECK ((milestone <> ''::text)),
  CONSTRAINT treatment_plans_name_check CHECK ((name <> ''::text)),
  CONSTRAINT treatment_plans_phase_check CHECK ((phase = ANY (ARRAY['proposed'::text, 'accepted'::text, 'active'::text, 'retention'::text, 'completed'::text, 'declined'::text, 'stopped'::text]))),
  CONSTRAINT treatment_plans_total_cents_check CHECK ((total_cents >= 0))
);
CREATE INDEX treatment_plans_by_patient ON public.treatment_plans USING btree (clinic_id, patient_id, created_at DESC, id DESC);
-- isolated by clinic: policy own_clinic

CREATE TABLE troubled_events (
  clinic_id uuid NOT NULL,
  event_id uuid NOT NULL,
  tries integer NOT NULL,
  failed_at timestamp with time zone NOT NULL,
  next_try_at timestamp with time zone,
  reason text NOT NULL,
  CONSTRAINT troubled_events_pkey PRIMARY KEY (clinic_id, event_id),
  CONSTRAINT troubled_events_clinic_id_event_id_fkey FOREIGN KEY (clinic_id, event_id) REFERENCES events(clinic_id, id) ON DELETE CASCADE
);
CREATE INDEX troubled_events_set_aside ON public.troubled_events USING btree (clinic_id, failed_at DESC, event_id DESC) WHERE (next_try_at IS NULL);
CREATE INDEX troubled_events_to_try ON public.troubled_events USING btree (next_try_at, clinic_id) WHERE (next_try_at IS NOT NULL);

CREATE TABLE two_factors (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  secret text NOT NULL,
  backup_codes text NOT NULL,
  verified boolean NOT NULL DEFAULT true,
  failed_verification_count integer NOT NULL DEFAULT 0,
  locked_until timestamp with time zone,
  CONSTRAINT two_factors_user_id_key UNIQUE (user_id),
  CONSTRAINT two_factors_pkey PRIMARY KEY (id),
  CONSTRAINT two_factors_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

CREATE TABLE undispatched_events (
  clinic_id uuid NOT NULL,
  event_id uuid NOT NULL,
  CONSTRAINT undispatched_events_pkey PRIMARY KEY (clinic_id, event_id),
  CONSTRAINT undispatched_events_clinic_id_event_id_fkey FOREIGN KEY (clinic_id, event_id) REFERENCES events(clinic_id, id) ON DELETE CASCADE
);

CREATE TABLE unfinished_pasts (
  clinic_id uuid NOT NULL,
  begun_at timestamp with time zone NOT NULL,
  CONSTRAINT unfinished_pasts_pkey PRIMARY KEY (clinic_id),
  CONSTRAINT unfinished_pasts_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE
);
-- isolated by clinic: policy own_clinic

CREATE TABLE untaken_message_facts (
  clinic_id uuid NOT NULL,
  fact_id uuid NOT NULL,
  CONSTRAINT untaken_message_facts_pkey PRIMARY KEY (clinic_id, fact_id),
  CONSTRAINT untaken_message_facts_clinic_id_fact_id_fkey FOREIGN KEY (clinic_id, fact_id) REFERENCES message_facts(clinic_id, id) ON DELETE CASCADE
);

CREATE TABLE untold_call_outcomes (
  clinic_id uuid NOT NULL,
  order_id uuid NOT NULL,
  CONSTRAINT untold_call_outcomes_pkey PRIMARY KEY (clinic_id, order_id),
  CONSTRAINT untold_call_outcomes_clinic_id_order_id_fkey FOREIGN KEY (clinic_id, order_id) REFERENCES ordered_calls(clinic_id, id) ON DELETE CASCADE
);

CREATE TABLE used_codes (
  user_id uuid NOT NULL,
  code text NOT NULL,
  used_at timestamp with time zone NOT NULL,
  CONSTRAINT used_codes_pkey PRIMARY KEY (user_id, code),
  CONSTRAINT used_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

CREATE TABLE users (
  id uuid NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  language text,
  two_factor_enabled boolean NOT NULL DEFAULT false,
  installation_admin boolean NOT NULL DEFAULT false,
  CONSTRAINT users_email_key UNIQUE (email),
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text])))
);

CREATE TABLE verifications (
  id uuid NOT NULL,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT verifications_pkey PRIMARY KEY (id)
);
CREATE INDEX verifications_by_identifier ON public.verifications USING btree (identifier);

CREATE TABLE voicemail_messages (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  call_id uuid NOT NULL,
  recording_sid text NOT NULL,
  department_id uuid,
  language text NOT NULL,
  status text NOT NULL DEFAULT 'new'::text,
  assigned_to uuid,
  received_at timestamp with time zone NOT NULL,
  duration_seconds integer NOT NULL,
  audio_status text NOT NULL DEFAULT 'pending'::text,
  audio bytea,
  transcript bytea,
  transcription text NOT NULL DEFAULT 'pending'::text,
  notified_at timestamp with time zone,
  deleted_at timestamp with time zone,
  corrected bytea,
  corrected_by uuid,
  corrected_at timestamp with time zone,
  binned_at timestamp with time zone,
  binned_by uuid,
  emergency boolean NOT NULL DEFAULT false,
  CONSTRAINT voicemail_messages_clinic_id_recording_sid_key UNIQUE (clinic_id, recording_sid),
  CONSTRAINT voicemail_messages_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT voicemail_messages_binned_by_fkey FOREIGN KEY (binned_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT voicemail_messages_clinic_id_assigned_to_fkey FOREIGN KEY (clinic_id, assigned_to) REFERENCES staff_members(clinic_id, id) ON DELETE SET NULL (assigned_to),
  CONSTRAINT voicemail_messages_clinic_id_call_id_fkey FOREIGN KEY (clinic_id, call_id) REFERENCES call_logs(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT voicemail_messages_clinic_id_department_id_fkey FOREIGN KEY (clinic_id, department_id) REFERENCES departments(clinic_id, id) ON DELETE SET NULL (department_id),
  CONSTRAINT voicemail_messages_corrected_by_fkey FOREIGN KEY (corrected_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT voicemail_messages_audio_status_check CHECK ((audio_status = ANY (ARRAY['pending'::text, 'ready'::text, 'failed'::text]))),
  CONSTRAINT voicemail_messages_check CHECK (((deleted_at IS NULL) OR ((audio IS NULL) AND (transcript IS NULL) AND (corrected IS NULL)))),
  CONSTRAINT voicemail_messages_language_check CHECK ((language = ANY (ARRAY['en'::text, 'de'::text]))),
  CONSTRAINT voicemail_messages_status_check CHECK ((status = ANY (ARRAY['new'::text, 'heard'::text, 'done'::text]))),
  CONSTRAINT voicemail_messages_transcription_check CHECK ((transcription = ANY (ARRAY['pending'::text, 'done'::text, 'unavailable'::text, 'failed'::text])))
);
CREATE INDEX voicemail_messages_binned ON public.voicemail_messages USING btree (clinic_id, received_at DESC, id DESC) WHERE ((deleted_at IS NULL) AND (binned_at IS NOT NULL));
CREATE INDEX voicemail_messages_by_call ON public.voicemail_messages USING btree (clinic_id, call_id);
CREATE INDEX voicemail_messages_by_department ON public.voicemail_messages USING btree (clinic_id, department_id, received_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX voicemail_messages_by_time ON public.voicemail_messages USING btree (clinic_id, received_at DESC, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX voicemail_messages_emergencies ON public.voicemail_messages USING btree (clinic_id, received_at DESC, id DESC) WHERE (emergency AND (status <> 'done'::text) AND (deleted_at IS NULL));
CREATE INDEX voicemail_messages_to_do ON public.voicemail_messages USING btree (clinic_id, received_at DESC, id DESC) WHERE ((deleted_at IS NULL) AND (status <> 'done'::text));
-- isolated by clinic: policy own_clinic

CREATE TABLE webhook_deliveries (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  webhook_id uuid NOT NULL,
  event_id uuid NOT NULL,
  status text NOT NULL DEFAULT 'pending'::text,
  attempts integer NOT NULL DEFAULT 0,
  last_status integer,
  last_attempt_at timestamp with time zone,
  next_attempt_at timestamp with time zone,
  last_response text,
  last_failure text,
  CONSTRAINT webhook_deliveries_clinic_id_webhook_id_event_id_key UNIQUE (clinic_id, webhook_id, event_id),
  CONSTRAINT webhook_deliveries_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT webhook_deliveries_clinic_id_event_id_fkey FOREIGN KEY (clinic_id, event_id) REFERENCES events(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT webhook_deliveries_clinic_id_webhook_id_fkey FOREIGN KEY (clinic_id, webhook_id) REFERENCES webhooks(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT webhook_deliveries_last_failure_check CHECK ((last_failure = ANY (ARRAY['timeout'::text, 'refused'::text, 'unknown-host'::text, 'certificate'::text, 'forbidden'::text, 'unreachable'::text]))),
  CONSTRAINT webhook_deliveries_last_response_check CHECK ((length(last_response) <= 1000)),
  CONSTRAINT webhook_deliveries_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text])))
);
CREATE INDEX webhook_deliveries_by_event ON public.webhook_deliveries USING btree (clinic_id, event_id);
-- isolated by clinic: policy own_clinic

CREATE TABLE webhook_receipts (
  clinic_id uuid NOT NULL,
  key text NOT NULL,
  call_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  endpoint text NOT NULL,
  params jsonb NOT NULL,
  response text NOT NULL,
  CONSTRAINT webhook_receipts_pkey PRIMARY KEY (clinic_id, key),
  CONSTRAINT webhook_receipts_clinic_id_call_id_fkey FOREIGN KEY (clinic_id, call_id) REFERENCES call_logs(clinic_id, id) ON DELETE CASCADE
);
CREATE INDEX webhook_receipts_by_call ON public.webhook_receipts USING btree (clinic_id, call_id, at);
CREATE INDEX webhook_receipts_by_time ON public.webhook_receipts USING btree (clinic_id, at);
-- isolated by clinic: policy own_clinic

CREATE TABLE webhooks (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  url text NOT NULL,
  kinds text[] NOT NULL DEFAULT '{}'::text[],
  secret bytea NOT NULL,
  enabled boolean NOT NULL DEFAULT true,
  failing_since timestamp with time zone,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT webhooks_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT webhooks_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE
);
-- isolated by clinic: policy own_clinic

CREATE TABLE workflow_instances (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  workflow_id uuid NOT NULL,
  version integer NOT NULL,
  entry_key text NOT NULL,
  patient_id uuid,
  lead_id uuid,
  appointment_id uuid,
  call_id uuid,
  event_id uuid,
  status text NOT NULL,
  state jsonb NOT NULL,
  exit_reason text,
  wake_at timestamp with time zone,
  overdue text,
  started_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  counts_as jsonb NOT NULL DEFAULT '{}'::jsonb,
  CONSTRAINT workflow_instances_clinic_id_workflow_id_entry_key_key UNIQUE (clinic_id, workflow_id, entry_key),
  CONSTRAINT workflow_instances_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT workflow_instances_clinic_id_appointment_id_fkey FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT workflow_instances_clinic_id_lead_id_fkey FOREIGN KEY (clinic_id, lead_id) REFERENCES leads(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT workflow_instances_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients(clinic_id, id) ON DELETE CASCADE,
  CONSTRAINT workflow_instances_clinic_id_workflow_id_version_fkey FOREIGN KEY (clinic_id, workflow_id, version) REFERENCES workflow_versions(clinic_id, workflow_id, version) ON DELETE CASCADE,
  CONSTRAINT workflow_instances_overdue_check CHECK ((overdue = 'skip'::text)),
  CONSTRAINT workflow_instances_status_check CHECK ((status = ANY (ARRAY['running'::text, 'paused'::text, 'done'::text, 'exited'::text])))
);
CREATE INDEX workflow_instances_by_appointment ON public.workflow_instances USING btree (clinic_id, appointment_id) WHERE (appointment_id IS NOT NULL);
CREATE INDEX workflow_instances_by_lead ON public.workflow_instances USING btree (clinic_id, lead_id) WHERE (lead_id IS NOT NULL);
CREATE INDEX workflow_instances_by_patient ON public.workflow_instances USING btree (clinic_id, patient_id, started_at DESC) WHERE (patient_id IS NOT NULL);
CREATE INDEX workflow_instances_by_workflow ON public.workflow_instances USING btree (clinic_id, workflow_id, started_at DESC, id DESC);
CREATE INDEX workflow_instances_counted ON public.workflow_instances USING btree (clinic_id, workflow_id, version, status);
CREATE INDEX workflow_instances_under_way ON public.workflow_instances USING btree (clinic_id, workflow_id, id) WHERE (status = ANY (ARRAY['running'::text, 'paused'::text]));
-- isolated by clinic: policy own_clinic

CREATE TABLE workflow_templates (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  says text NOT NULL,
  for_whom text NOT NULL,
  categories text[] NOT NULL,
  definition jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid,
  CONSTRAINT workflow_templates_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT workflow_templates_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT workflow_templates_created_by_fkey FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE SET NULL,
  CONSTRAINT workflow_templates_name_check CHECK ((name <> ''::text))
);
CREATE UNIQUE INDEX workflow_templates_by_name ON public.workflow_templates USING btree (clinic_id, lower(name));
-- isolated by clinic: policy own_clinic

CREATE TABLE workflow_versions (
  clinic_id uuid NOT NULL,
  workflow_id uuid NOT NULL,
  version integer NOT NULL,
  definition jsonb NOT NULL,
  texts jsonb NOT NULL,
  published_at timestamp with time zone NOT NULL,
  published_by uuid,
  undone_at timestamp with time zone,
  CONSTRAINT workflow_versions_pkey PRIMARY KEY (clinic_id, workflow_id, version),
  CONSTRAINT workflow_versions_clinic_id_workflow_id_fkey FOREIGN KEY (clinic_id, workflow_id) REFERENCES workflows(clinic_id, id) ON DELETE CASCADE
);
-- isolated by clinic: policy own_clinic

CREATE TABLE workflows (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  template_key text,
  status text NOT NULL DEFAULT 'draft'::text,
  version integer,
  draft jsonb,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT workflows_pkey PRIMARY KEY (clinic_id, id),
  CONSTRAINT workflows_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics(id) ON DELETE CASCADE,
  CONSTRAINT workflows_name_check CHECK ((name <> ''::text)),
  CONSTRAINT workflows_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'active'::text, 'paused'::text, 'archived'::text])))
);
CREATE UNIQUE INDEX workflows_by_name ON public.workflows USING btree (clinic_id, lower(name)) WHERE (status <> 'archived'::text);
-- isolated by clinic: policy own_clinic
