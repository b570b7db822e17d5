import { readStanding } from '../patients/change-balance.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectPayments } from './payments.store.ts';
import { selectPlans } from './plans.store.ts';
import { selectProcedures } from './procedures.store.ts';
import type { Payment, Plan, Procedure } from './rules/care-records.ts';
import type { CareView, PaymentView, PlanView, ProcedureView } from './rules/care-views.ts';
import { isUnpaid } from './rules/settle-balance.ts';

/** Of each kind on a page; the timeline tells the rest. */
const shown = 100;

const planView = ({
  id,
  name,
  phase,
  phaseSince,
  milestone,
  totalCents,
  currency,
  link,
  reference,
  revision,
}: Plan): PlanView => ({
  id,
  name,
  phase,
  phaseSince: phaseSince.toString(),
  milestone,
  total: totalCents === null ? null : { cents: totalCents, currency },
  link,
  reference,
  revision,
});

const procedureView = ({
  id,
  planId,
  code,
  name,
  practitionerId,
  practitioner,
  doneAt,
  reference,
  revision,
}: Procedure & { practitioner: string | null }): ProcedureView => ({
  id,
  planId,
  code,
  name,
  practitioner: practitionerId === null ? null : { id: practitionerId, name: practitioner ?? '' },
  doneAt: doneAt?.toString() ?? null,
  reference,
  revision,
});

const paymentView = (
  {
    id,
    planId,
    amountCents,
    currency,
    status,
    statusSince,
    dueOn,
    fault,
    link,
    reference,
    revision,
  }: Payment,
  today: string,
): PaymentView => ({
  id,
  planId,
  amount: { cents: amountCents, currency },
  status,
  statusSince: statusSince.toString(),
  dueOn,
  overdue: isUnpaid(status) && dueOn !== null && dueOn < today,
  fault,
  link,
  reference,
  revision,
});

/** What is done for somebody and what they owe; null when the clinic has no such person. @param most of each kind */
export const showCare = async (
  trx: ClinicTransaction,
  patientId: string,
  now: Temporal.Instant,
  most = shown,
): Promise<CareView | null> => {
  const standing = await readStanding(trx, patientId);
  if (standing === null) return null;
  const today = now.toZonedDateTimeISO(standing.timeZone).toPlainDate().toString();
  return {
    balance: { cents: standing.balanceCents, currency: standing.currency },
    plans: (await selectPlans(trx, patientId, most)).map(planView),
    procedures: (await selectProcedures(trx, patientId, most)).map(procedureView),
    payments: (await selectPayments(trx, patientId, most)).map((payment) => paymentView(payment, today)),
  };
};
