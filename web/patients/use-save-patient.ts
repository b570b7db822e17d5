import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NewPatient, PatientChange } from '../../src/patients/rules/patient-draft.ts';
import type { PatientView } from '../../src/patients/rules/patient-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import { patientPath, patientQuery } from './patients.query.ts';

/** Changes a record; the answer is shown at once and every list that holds the person is read again. */
export const useChangePatient = (clinicId: string, patientId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: PatientChange) =>
      request<PatientView>(patientPath(clinicId, patientId), { method: 'PATCH', body }),
    onSuccess: (patient) => {
      queries.setQueryData(patientQuery(clinicId, patientId).queryKey, patient);
      void queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'patients') });
    },
  });
};

export const useAddPatient = (clinicId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewPatient) =>
      request<PatientView>(clinicPath(clinicId, 'patients'), { method: 'POST', body }),
    onSuccess: (patient) => {
      queries.setQueryData(patientQuery(clinicId, patient.id).queryKey, patient);
      void queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'patients') });
    },
  });
};
