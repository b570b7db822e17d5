import type { Hook, VoiceStep } from '../../ports/carrier/voice-steps.ts';
import type { CallerFacts } from '../../routing/rules/caller-facts.ts';
import { callerLanguage } from '../../routing/rules/caller-language.ts';
import type { RoutingSnapshot } from '../../routing/rules/routing-snapshot.ts';
import { newInboundCall } from './call-state.ts';
import { decideCall } from './decide-call.ts';
import type { HistoryEntry } from './decision.ts';
import { readWebhook } from './read-webhook.ts';

/** One entry of the history that such a call would leave, and how long after its beginning. */
export type PreviewEntry = HistoryEntry & { seconds: number };

/** What the carrier would report next, and after how many seconds. */
type Report = { hook: Hook; params: Record<string, string>; seconds: number };

/** One round of waiting music, and the second in which a key may still come. */
const musicSeconds = 11;
/** More rounds than the longest wait has; a preview must end even where a rule of ours would not. */
const mostReports = 500;

/** Nobody answers, and the caller presses the next of their keys or none. Null: the document leads to no question. */
const reportOn = (steps: VoiceStep[], keys: string[]): Report | null => {
  for (const step of steps) {
    switch (step.do) {
      case 'dial':
        return {
          hook: step.hook,
          params: { DialCallStatus: 'no-answer', DialBridged: 'false' },
          seconds: step.timeoutSeconds,
        };
      case 'redirect':
        return { hook: step.hook, params: {}, seconds: 0 };
      case 'gather': {
        if (step.emptyToo) return { hook: step.hook, params: {}, seconds: musicSeconds };
        const key = keys.shift();
        if (key !== undefined) return { hook: step.hook, params: { Digits: key }, seconds: 0 };
        break;
      }
      case 'record':
      case 'hang-up':
        return null;
      default:
    }
  }
  return null;
};

/**
 * What would happen to a call at this moment, if the caller pressed these keys and nobody answered: the history it
 * would leave. It runs the very function that decides real calls, so the two cannot differ.
 * Spoken prompts take no time here; `seconds` count ringing and waiting.
 */
export const previewCall = (
  snapshot: RoutingSnapshot,
  now: Temporal.Instant,
  digits: string,
  caller: CallerFacts | null = null,
): PreviewEntry[] => {
  const call = { carrierSid: `CA${'0'.repeat(32)}`, beginsWithCustomer: true };
  const keys = digits.split('');
  const entries: PreviewEntry[] = [];
  let state = newInboundCall(callerLanguage(caller?.language ?? null, snapshot), caller);
  let seconds = 0;
  let report: Report | null = { hook: { endpoint: 'incoming', query: {} }, params: {}, seconds: 0 };
  for (let count = 0; report !== null && count < mostReports; count += 1) {
    seconds += report.seconds;
    const { endpoint, query } = report.hook;
    const params = { CallSid: call.carrierSid, CallStatus: 'in-progress', ...report.params };
    const fact = readWebhook({ endpoint, query, params, call });
    const decision =
      fact &&
      decideCall(state, fact, {
        callId: 'preview',
        carrierSid: call.carrierSid,
        clinicNumber: '',
        callerName: null,
        snapshot,
        now: now.add({ seconds }),
      });
    if (!decision) break;
    state = decision.state;
    entries.push(...decision.history.map((entry) => ({ ...entry, seconds })));
    report = reportOn(decision.steps, keys);
  }
  return entries;
};
