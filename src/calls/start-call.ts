import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { recordAudit } from '../audit/record-audit.ts';
import { firstNumberOfClinic } from '../clinics/clinic-numbers.ts';
import { inClinic } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { matchCaller } from '../patients/match-caller.ts';
import { loadRouting } from '../routing/load-routing.ts';
import { lockAvailability, reserveForCall } from '../staff/reserve-for-call.ts';
import type { CallDependencies } from './apply-fact.ts';
import { placeCallJob } from './call-jobs.ts';
import { insertCall, newCallId } from './new-calls.store.ts';
import { newOutboundCall, type Via } from './rules/call-state.ts';
import { identityOf } from './rules/decision.ts';

export type StartCall = {
  clinicId: string;
  userId: string;
  staffId: string;
  /** E.164, or as dialled in the clinic's country */
  to: string;
  /** the message that is answered by this call */
  voicemailId?: string | undefined;
};

export type StartCallResult =
  | { ok: true; callId: string }
  | { ok: false; why: 'bad-number' | 'busy' | 'not-online' | 'no-clinic-number' };

/** National notation is read as a number of the clinic's own country. */
const e164Of = (typed: string, clinicNumber: string): string | null => {
  const country = parsePhoneNumberFromString(clinicNumber)?.country;
  const parsed = parsePhoneNumberFromString(typed, country === undefined ? {} : { defaultCountry: country });
  return parsed?.isPossible() === true ? parsed.number : null;
};

/**
 * Calls somebody for a staff member: first their own telephone rings (portal if open, else their phone), then the
 * other side. The staff member is busy from this moment on.
 */
export const startCall = (deps: CallDependencies, request: StartCall): Promise<StartCallResult> =>
  inClinic(deps.database, request.clinicId, async (trx) => {
    const now = deps.clock.now();
    const clinicNumber = await firstNumberOfClinic(trx);
    if (clinicNumber === null) return { ok: false, why: 'no-clinic-number' };
    const to = e164Of(request.to, clinicNumber);
    if (to === null) return { ok: false, why: 'bad-number' };

    await lockAvailability(trx);
    const snapshot = await loadRouting(trx, clinicNumber, now);
    const staff = snapshot?.staff.find((member) => member.id === request.staffId);
    if (!snapshot || !staff) return { ok: false, why: 'not-online' };
    if (staff.busyWithCallId !== null) return { ok: false, why: 'busy' };
    const phone = staff.routes.find((route) => route.phone !== null)?.phone ?? null;
    const via: Via | null = staff.online ? 'portal' : phone === null ? null : 'phone';
    if (via === null) return { ok: false, why: 'not-online' };

    const callId = newCallId();
    const other = await matchCaller(trx, to, now);
    const language = snapshot.settings.language;
    await insertCall(
      trx,
      {
        id: callId,
        carrierSid: `pending-${callId}`,
        fromNumber: clinicNumber,
        toNumber: to,
        forwardedFrom: null,
        language,
        callerName: other.name,
        patientId: other.patientId,
        leadId: other.leadId,
      },
      newOutboundCall(language, staff.id, via, to),
      now,
    );
    await reserveForCall(trx, callId, [staff.id], now);
    const own =
      via === 'portal' ? `client:${identityOf(staff.id)}?callId=${callId}&purpose=outbound` : phone!;
    await deps.send(
      trx,
      placeCallJob,
      { clinicId: request.clinicId, callId, to: own, askedAt: now.toString() },
      { key: callId },
    );
    await recordAudit(trx, {
      userId: request.userId,
      action: 'call.started',
      subject: { kind: 'call', id: callId },
      detail: request.voicemailId === undefined ? {} : { voicemailId: request.voicemailId },
      at: now,
    });
    await announce(trx, 'calls', callId);
    return { ok: true, callId };
  });
