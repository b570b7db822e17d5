import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PatientView } from '../../src/patients/rules/patient-views.ts';
import type { TimelinePage } from '../../src/timeline/rules/timeline-view.ts';
import { Problem } from '../platform/problem.ts';
import { request } from '../platform/request.ts';
import {
  changeBody,
  changedFields,
  draftOf,
  mergeDrafts,
  type DraftField,
  type PatientDraft,
} from './draft.ts';
import { faultsOf, readFaults, type Faults } from './draft-faults.ts';
import { patientPath, patientQuery } from './patients.query.ts';
import { useChangePatient } from './use-save-patient.ts';

export interface Conflict {
  /** who was quicker; null: not known */
  by: string | null;
  taken: DraftField[];
  both: DraftField[];
  theirs: PatientDraft;
}

/** What the form began with: the record as it was seen, whatever happens to it meanwhile. */
interface Seen {
  patient: PatientView;
  draft: PatientDraft;
}

const whoChanged = async (clinicId: string, patientId: string): Promise<string | null> => {
  const query = { kinds: 'change', limit: 1 };
  const page = await request<TimelinePage>(patientPath(clinicId, patientId, '/timeline'), { query }).catch(
    () => null,
  );
  const [last] = page?.entries ?? [];
  return last?.kind === 'change' ? last.by : null;
};

/**
 * A person being edited. When somebody else has saved meanwhile, their changes are taken over, what was typed here
 * stays, and what both have changed is named.
 */
export const useEditDraft = (clinicId: string, patient: PatientView, today: string) => {
  const queries = useQueryClient();
  const save = useChangePatient(clinicId, patient.id);
  const [seen, setSeen] = useState<Seen>(() => ({ patient, draft: draftOf(patient) }));
  const [draft, setDraft] = useState(seen.draft);
  const [faults, setFaults] = useState<Faults>({});
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const takeOver = async (): Promise<void> => {
    const fresh = await queries.fetchQuery({ ...patientQuery(clinicId, patient.id), staleTime: 0 });
    const theirs = draftOf(fresh);
    const { draft: merged, taken, both } = mergeDrafts(seen.draft, draft, theirs);
    setSeen({ patient: fresh, draft: theirs });
    setDraft(merged);
    setConflict({ by: await whoChanged(clinicId, patient.id), taken, both, theirs });
  };
  const onError = (error: unknown): void => {
    if (!(error instanceof Problem)) return;
    if (error.status === 409 && !error.detail.startsWith('identifiers')) void takeOver();
    else setFaults(readFaults(draft, error.detail));
  };
  const submit = (onSaved: (patient: PatientView) => void): void => {
    const found = faultsOf(draft, today);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    if (changedFields(seen.draft, draft).length === 0) return onSaved(seen.patient);
    save.mutate(
      { revision: seen.patient.revision, ...changeBody(seen.draft, draft) },
      { onSuccess: onSaved, onError },
    );
  };
  return {
    draft,
    faults,
    conflict,
    error: save.error,
    saving: save.isPending,
    changed: changedFields(seen.draft, draft).length > 0,
    submit,
    change: (part: Partial<PatientDraft>): void => {
      setFaults({});
      save.reset();
      setDraft({ ...draft, ...part });
    },
    takeTheirs: (field: DraftField): void => {
      if (conflict === null) return;
      setDraft({ ...draft, [field]: conflict.theirs[field] });
      setConflict({ ...conflict, both: conflict.both.filter((each) => each !== field) });
    },
  };
};
