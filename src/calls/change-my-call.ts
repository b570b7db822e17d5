import { recordAudit } from '../audit/record-audit.ts';
import { inClinic } from '../platform/database/database.ts';
import { applyFact, type CallDependencies } from './apply-fact.ts';
import type { LinkFor } from './call-links.ts';
import type { CallFact } from './rules/call-fact.ts';

type Change = {
  member: { clinicId: string; userId: string };
  callId: string;
  /** for the audit log */
  action: string;
  fact: CallFact;
};

/** Carries out what a staff member wants of a call of theirs, and notes who wanted it. */
export const changeMyCall = async (
  deps: CallDependencies & { linkFor: () => Promise<LinkFor> },
  { member, callId, action, fact }: Change,
): Promise<'done' | 'unknown-call' | 'not-possible'> => {
  const { clinicId, userId } = member;
  const link = (await deps.linkFor())({ clinicId, callId });
  const { outcome } = await applyFact(deps, { clinicId, callId, fact: () => fact, receipt: null, link });
  if (outcome === 'unknown-call' || outcome === 'not-possible') return outcome;
  const subject = { kind: 'call', id: callId };
  await inClinic(deps.database, clinicId, (trx) =>
    recordAudit(trx, { userId, action, subject, at: deps.clock.now() }),
  );
  return 'done';
};
