import type { CareView } from '../../care/rules/care-views.ts';
import type { PaymentStatus } from '../../care/rules/settle-balance.ts';
import type { TreatmentPhase } from '../../care/rules/treatment-phase.ts';

type Reference = { reference: string };

const planStatus: Record<TreatmentPhase, string> = {
  proposed: 'draft',
  accepted: 'active',
  active: 'active',
  retention: 'active',
  completed: 'completed',
  declined: 'revoked',
  stopped: 'revoked',
};
const invoiceStatus: Record<PaymentStatus, string> = {
  due: 'issued',
  failed: 'issued',
  received: 'balanced',
  withdrawn: 'cancelled',
};

/** Treatment plans, procedures and payments as FHIR R4 resources. */
export const careResources = ({ plans, procedures, payments }: CareView, patient: Reference) => [
  ...plans.map(({ id, name, phase }) => ({
    resourceType: 'CarePlan',
    id,
    status: planStatus[phase],
    intent: 'plan',
    title: name,
    subject: patient,
  })),
  ...procedures.map(({ id, name, code, doneAt }) => ({
    resourceType: 'Procedure',
    id,
    status: doneAt === null ? 'preparation' : 'completed',
    code: { text: name, ...(code === null ? {} : { coding: [{ code }] }) },
    subject: patient,
    ...(doneAt === null ? {} : { performedDateTime: doneAt }),
  })),
  ...payments.map(({ id, amount: { cents, currency }, status, statusSince }) => ({
    resourceType: 'Invoice',
    id,
    status: invoiceStatus[status],
    subject: patient,
    date: statusSince,
    totalGross: { value: cents / 100, currency },
  })),
];
