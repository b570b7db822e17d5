import type { Hook, VoiceStep } from '../ports/carrier/voice-steps.ts';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import type { JobSender } from '../platform/jobs.ts';
import { reserveForCall } from '../staff/reserve-for-call.ts';
import { flagVoicemailsOf } from '../voicemail/flag-voicemails.ts';
import { receiveRecording } from '../voicemail/store-recording.ts';
import { lockCall, saveDecision, type CallRow, type Receipt } from './calls.store.ts';
import { adoptCarrierSid, isPending, rememberLeg } from './carrier-calls.store.ts';
import { anybodyWaits } from './unfinished-calls.store.ts';
import { carrierEffectJob, fetchBackJob } from './call-jobs.ts';
import { decideSafely } from './decide-safely.ts';
import { insertInboundCall } from './new-calls.store.ts';
import { openCall, type NewCarrierCall } from './open-call.ts';
import type { CallFact } from './rules/call-fact.ts';
import { staffBusyIn } from './rules/call-state.ts';
import { eventsOfCall } from './rules/call-event.ts';
import { decide, type Decision, type ErrandEffect } from './rules/decision.ts';
import { isEmergency } from './rules/recognised-emergency.ts';

/** What calls that the clinic makes by itself need of others: the appointment book, opt-outs, and whoever ordered the call. */
export type ErrandDesk = {
  /** Whether somebody may confirm this appointment now; it stays so until the transaction ends. */
  mayConfirm(trx: ClinicTransaction, appointmentId: string, now: Temporal.Instant): Promise<boolean>;
  carryOut(trx: ClinicTransaction, call: CallRow, effect: ErrandEffect, now: Temporal.Instant): Promise<void>;
};

export type CallDependencies = {
  database: Database;
  clock: Clock;
  send: JobSender;
  /** has what can be spoken by the clinic's own voice played instead */
  spoken(trx: ClinicTransaction, steps: VoiceStep[]): Promise<VoiceStep[]>;
  errands: ErrandDesk;
  /** writes the steps in the carrier's language, with absolute addresses for this call */
  render(steps: VoiceStep[], link: (hook: Hook) => string): string;
};

export type FactRequest = {
  clinicId: string;
  callId: string;
  /** what the carrier says of a call that nobody has entered yet: it is entered under `callId` first */
  opens?: NewCarrierCall | null;
  /** makes the fact once the call is known; null: nothing that concerns the call, but it is kept */
  fact: (
    call: CallRow,
    trx: ClinicTransaction,
    now: Temporal.Instant,
  ) => CallFact | null | Promise<CallFact | null>;
  /** identifies the webhook, so that a repeat gets the same answer; null for clicks and jobs */
  receipt: Omit<Receipt, 'response'> | null;
  link: (hook: Hook) => string;
  /** sid of the call's first leg, where the webhook names it: an outbound call may not know it yet */
  firstLegSid?: string | null;
};

export type FactResult =
  | { outcome: 'done'; response: string }
  | { outcome: 'repeated'; response: string }
  | { outcome: 'unknown-call' }
  /** somebody else entered the call in the same moment, under another id */
  | { outcome: 'opened-meanwhile' }
  | { outcome: 'not-possible' };

/**
 * The same webhook twice at once: the second waited for the first's lock, but had looked for its answer before.
 * Run again, it finds that answer.
 */
class AnsweredMeanwhile extends Error {}

/** Somebody else entered the call in the same moment: what was decided about ours must not stay. */
class OpenedMeanwhile extends Error {}

/** Two calls that want the same staff at once: the loser is run again by hand of `applyFact`. */
const isConflict = (error: unknown): boolean =>
  error instanceof AnsweredMeanwhile || ['40P01', '40001'].includes((error as { code?: string }).code ?? '');

const storeEffects = async (
  trx: ClinicTransaction,
  { send, errands }: Pick<CallDependencies, 'send' | 'errands'>,
  call: CallRow,
  decision: Decision,
  now: Temporal.Instant,
): Promise<void> => {
  for (const effect of decision.effects) {
    if (effect.effect === 'save-recording') {
      await receiveRecording(
        trx,
        {
          callId: call.id,
          recordingSid: effect.recordingSid,
          durationSeconds: effect.seconds,
          departmentId: effect.departmentId,
          language: decision.state.language,
          receivedAt: now,
        },
        send,
      );
      continue;
    }
    if (effect.effect !== 'redirect' && effect.effect !== 'end') {
      await errands.carryOut(trx, call, effect, now);
      continue;
    }
    const key = `${call.id}:${effect.effect}:${effect.sid}:${decision.state.steps}:${decision.state.turn}`;
    await send(trx, carrierEffectJob, { clinicId: trx.clinicId, callId: call.id, ...effect }, { key });
  }
};

const applyOnce = (deps: CallDependencies, request: FactRequest): Promise<FactResult> =>
  inClinic(deps.database, request.clinicId, async (trx) => {
    const now = deps.clock.now();
    const opened = request.opens ? await openCall(trx, request.callId, request.opens, now) : null;
    const found = opened ?? (await lockCall(trx, request.callId, request.receipt?.key ?? null));
    if (!found) return { outcome: 'unknown-call' };
    if ('answered' in found && found.answered !== null)
      return { outcome: 'repeated', response: found.answered };
    const { call } = found;
    if (request.firstLegSid && isPending(call.carrierSid)) {
      await adoptCarrierSid(trx, call.id, request.firstLegSid);
      call.carrierSid = request.firstLegSid;
    }
    const fact = await request.fact(call, trx, now);
    const { decision, touchesStaff } =
      fact === null
        ? { decision: decide(call.state), touchesStaff: false }
        : await decideSafely(trx, call, fact, now, opened?.snapshot ?? null);
    if (decision === null) return { outcome: 'not-possible' };

    const steps = await deps.spoken(trx, decision.steps);
    const response = deps.render(steps, request.link);
    const receipt = request.receipt === null ? null : { ...request.receipt, response };
    const { state, history } = decision;
    const before = opened ? null : call.state;
    const told = { state, history, receipt, now, events: eventsOfCall(call, before, state, now) };
    const saved = opened
      ? await insertInboundCall(trx, opened.entry, told)
      : await saveDecision(trx, call, { ...told, before: call.state });
    if ('entered' in saved && !saved.entered) throw new OpenedMeanwhile();
    if (!saved.answered) throw new AnsweredMeanwhile();
    if (fact?.fact === 'staff-leg' && call.state.legs[fact.legSid] === undefined)
      await rememberLeg(trx, fact.legSid, call.id, fact.staffId);
    if (touchesStaff) {
      const freed = await reserveForCall(trx, call.id, staffBusyIn(decision.state), now);
      if (freed > 0 && (await anybodyWaits(trx)))
        await deps.send(trx, fetchBackJob, { clinicId: trx.clinicId }, { key: trx.clinicId });
    }
    if (isEmergency(call.state) !== isEmergency(state))
      await flagVoicemailsOf(trx, call.id, isEmergency(state));
    await storeEffects(trx, deps, call, decision, now);
    return { outcome: 'done', response };
  });

/**
 * The one way a fact reaches a call: lock it, decide purely, and store the new state, its history, the answer and the
 * effects in the same transaction. A repeated webhook gets the answer it got before.
 */
export const applyFact = async (deps: CallDependencies, request: FactRequest): Promise<FactResult> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await applyOnce(deps, request);
    } catch (error) {
      if (error instanceof OpenedMeanwhile) return { outcome: 'opened-meanwhile' };
      if (attempt >= 3 || !isConflict(error)) throw error;
    }
  }
};
