import { loadCare } from '../../care/load-care.ts';
import { careOfEvent, type CareSubject } from '../../care/rules/care-subject.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { selectCauses } from './subjects.store.ts';

type Whose = { patientId: string | null; instanceId: string | null };

const nothing = { planId: null, procedureId: null, paymentId: null };
const keyOf = ({ patientId, instanceId }: Whose): string => `${patientId} ${instanceId}`;

/** The plan, procedure and payment that began somebody's workflow, else those that matter now. */
export const loadCareOf = async (
  trx: ClinicTransaction,
  all: readonly Whose[],
): Promise<(whose: Whose) => CareSubject | null> => {
  const instanceIds = all.flatMap(({ instanceId }) => instanceId ?? []);
  const causes = instanceIds.length === 0 ? new Map<string, unknown>() : await selectCauses(trx, instanceIds);
  const asked = all.flatMap((whose) => {
    const cause = careOfEvent(causes.get(whose.instanceId ?? '')) ?? nothing;
    return whose.patientId === null
      ? []
      : [[keyOf(whose), { ...cause, patientId: whose.patientId }] as const];
  });
  const found = await loadCare(trx, new Map(asked));
  return (whose) => found.get(keyOf(whose)) ?? null;
};
