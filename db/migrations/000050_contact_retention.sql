-- How long the gate's answers are kept, and that a proof of consent goes with nobody's record.

ALTER TABLE clinics ADD COLUMN contact_decision_days integer NOT NULL DEFAULT 1095 CHECK (contact_decision_days BETWEEN 90 AND 3650);
CREATE INDEX contact_decisions_by_time ON contact_decisions (clinic_id, decided_at);

-- Whoever agreed or was contacted is not deleted without the proof being dealt with; a clinic that goes takes all of it along.
ALTER TABLE contact_consents DROP CONSTRAINT contact_consents_clinic_id_patient_id_fkey,
  ADD CONSTRAINT contact_consents_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics ON DELETE CASCADE,
  ADD CONSTRAINT contact_consents_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients;
ALTER TABLE contact_opt_outs DROP CONSTRAINT contact_opt_outs_clinic_id_patient_id_fkey,
  ADD CONSTRAINT contact_opt_outs_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients;
ALTER TABLE contact_decisions DROP CONSTRAINT contact_decisions_clinic_id_patient_id_fkey,
  ADD CONSTRAINT contact_decisions_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinics ON DELETE CASCADE,
  ADD CONSTRAINT contact_decisions_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patients;
