-- What other systems call an appointment or a practitioner, so that the next file changes them instead of doubling them.
CREATE TABLE appointment_identifiers (
  clinic_id uuid NOT NULL,
  system text NOT NULL,
  value text NOT NULL CHECK (value <> ''),
  appointment_id uuid NOT NULL,
  told jsonb NOT NULL,                        -- what the other system said last; undoing keeps what was changed here since
  PRIMARY KEY (clinic_id, system, value),
  FOREIGN KEY (clinic_id, appointment_id) REFERENCES appointments ON DELETE CASCADE
);
CREATE INDEX appointment_identifiers_by_appointment ON appointment_identifiers (clinic_id, appointment_id);

CREATE TABLE practitioner_identifiers (
  clinic_id uuid NOT NULL,
  system text NOT NULL,
  value text NOT NULL CHECK (value <> ''),
  practitioner_id uuid NOT NULL,
  PRIMARY KEY (clinic_id, system, value),
  FOREIGN KEY (clinic_id, practitioner_id) REFERENCES practitioners ON DELETE CASCADE
);
CREATE INDEX practitioner_identifiers_by_practitioner ON practitioner_identifiers (clinic_id, practitioner_id);

SELECT isolate_by_clinic(ARRAY['appointment_identifiers', 'practitioner_identifiers']::regclass[]);
