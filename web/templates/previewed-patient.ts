import { createContext, use, useState } from 'react';

/** For whom texts are shown as they would be sent; null: a made-up person. */
export interface PreviewedPatient {
  patientId: string | null;
  preview: (patientId: string | null) => void;
}

/** Where several texts are written one after the other, all are shown for the same one. */
export const PreviewedPatientContext = createContext<PreviewedPatient | null>(null);

export const usePreviewedPatient = (): PreviewedPatient => {
  const [patientId, preview] = useState<string | null>(null);
  return use(PreviewedPatientContext) ?? { patientId, preview };
};
