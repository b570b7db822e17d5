-- Until when the text messages to a number are known to be here, whatever the carrier could not deliver to us.
CREATE TABLE received_marks (
  clinic_id uuid NOT NULL REFERENCES clinics ON DELETE CASCADE,
  phone_number text NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (clinic_id, phone_number)
);

SELECT isolate_by_clinic(ARRAY['received_marks']::regclass[]);
