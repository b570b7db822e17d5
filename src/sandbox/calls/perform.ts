import type { Verb } from '../twiml/verb.ts';
import { runConversationRelay } from './conversation-relay.ts';
import { runDial } from './dial.ts';
import { runEnqueue } from './enqueue.ts';
import { runGather } from './gather.ts';
import { loadDocument } from './load-document.ts';
import { note } from './network.ts';
import { answer, end } from './progress.ts';
import { playPrompts, speak } from './prompts.ts';
import { runRecord } from './record.ts';
import { CallFault, HANG_UP, NEXT, resolveUrl, type Ending, type Outcome, type Run } from './run.ts';
import { runSms } from './send-sms.ts';
import { atUrl, type Source } from './source.ts';

const APOLOGY = 'We are sorry, an application error has occurred. Goodbye.';
const OUTSIDE_A_CALL = new Set<Verb['verb']>([
  'Dial',
  'Record',
  'Enqueue',
  'ConversationRelay',
  'Sms',
  'Reject',
]);

/**
 * Runs a document, and those it leads to, to the end. A fault is spoken to the caller and ends the call, as
 * at the carrier; an interruption (hang-up, another document by REST) is thrown on.
 */
export async function perform(start: Omit<Run, 'document' | 'perform'>, source: Source): Promise<Ending> {
  let next: Source | null = source;
  while (next) {
    const outcome: Outcome = await performOne(start, next);
    if (outcome.step === 'hang-up' || outcome.step === 'leave') return outcome.step;
    next = outcome.step === 'go' ? outcome.source : null;
  }
  return 'finished';
}

async function performOne(start: Omit<Run, 'document' | 'perform'>, source: Source): Promise<Outcome> {
  const { network, leg, signal } = start;
  try {
    const document = await loadDocument(network, leg, source, signal);
    return await runVerbs({ ...start, document: document.origin, perform }, document.verbs);
  } catch (error) {
    if (!(error instanceof CallFault)) throw error;
    note(network, leg, 'error', `${error.code} ${error.message}`);
    const url = source.kind === 'url' ? source.url : '';
    const fallback = start.scope === 'call' ? leg.fallback : null;
    if (fallback && fallback.url !== url && !error.fallbackTried) {
      return { step: 'go', source: atUrl(fallback, { ErrorCode: String(error.code), ErrorUrl: url }) };
    }
    answer(network, leg);
    await speak({ ...start, document: null, perform }, APOLOGY, signal);
    return HANG_UP;
  }
}

async function runVerbs(run: Run, verbs: readonly Verb[]): Promise<Outcome> {
  for (const verb of verbs) {
    const outcome = await runVerb(run, verb);
    if (outcome.step !== 'next') return outcome;
  }
  return NEXT;
}

async function runVerb(run: Run, verb: Verb): Promise<Outcome> {
  const { network, leg } = run;
  run.signal.throwIfAborted();
  if (run.scope !== 'call' && OUTSIDE_A_CALL.has(verb.verb)) {
    note(network, leg, 'error', `12200 <${verb.verb}> may not be used here`, { scope: run.scope });
    return NEXT;
  }
  if (!['Say', 'Play', 'Pause'].includes(verb.verb)) note(network, leg, 'verb', verb.verb, verb);
  if (picksUp(verb)) answer(network, leg);
  return carryOut(run, verb);
}

/** A call is answered by the first verb that needs it: a Pause only waits, and Dial may leave it ringing. */
function picksUp(verb: Verb): boolean {
  if (verb.verb === 'Dial') return !verb.answerOnBridge || verb.queue !== null;
  return !['Pause', 'Reject', 'Redirect', 'Hangup', 'Leave', 'Sms'].includes(verb.verb);
}

async function carryOut(run: Run, verb: Verb): Promise<Outcome> {
  switch (verb.verb) {
    case 'Say':
    case 'Play':
    case 'Pause':
      await playPrompts(run, [verb], run.signal);
      return NEXT;
    case 'Gather':
      return runGather(run, verb);
    case 'Dial':
      return runDial(run, verb);
    case 'Record':
      return runRecord(run, verb);
    case 'Enqueue':
      return runEnqueue(run, verb);
    case 'ConversationRelay':
      return runConversationRelay(run, verb);
    case 'Sms':
      return runSms(run, verb);
    case 'Redirect':
      return { step: 'go', source: atUrl({ url: resolveUrl(run, verb.url), method: verb.method }) };
    case 'Leave':
      return run.scope === 'queue' ? { step: 'leave' } : NEXT;
    case 'Hangup':
      return HANG_UP;
    case 'Reject':
    default:
      if (run.leg.status !== 'in-progress')
        end(run.network, run.leg, verb.reason === 'busy' ? 'busy' : 'no-answer');
      return HANG_UP;
  }
}
