import type { Gather } from '../twiml/verb.ts';
import { firstOf } from './first-of.ts';
import type { Inbox } from './inbox.ts';
import type { Input } from './leg.ts';
import { note, pause } from './network.ts';
import { playPrompts } from './prompts.ts';
import { askAction, NEXT, ownAction, tellAction, type Outcome, type Run } from './run.ts';

// "auto" lets the recogniser feel the end of the sentence; about this long after the last word.
const AUTO_SPEECH_END_MS = 1000;

type Collected = { digits: string; words: string[]; confidence: number; finishedOnKey: string };

/** Collects keys or speech while and after its prompts play; the first input silences them. */
export async function runGather(run: Run, gather: Gather): Promise<Outcome> {
  const { leg } = run;
  const inbox = leg.listen();
  leg.tell({ type: 'collecting', what: gather.speech ? 'speech' : 'digits' });
  try {
    const collected = await collect(run, gather, inbox);
    note(run.network, leg, 'event', 'Gather ended', collected);
    const empty = collected.digits === '' && collected.words.length === 0;
    if (empty && !gather.actionOnEmptyResult) return NEXT;
    return askAction(run, ownAction(run, gather.action, gather.method), resultParameters(gather, collected));
  } finally {
    leg.stopListening(inbox);
    if (!leg.ended) leg.tell({ type: 'collecting', what: 'nothing' });
  }
}

async function collect(run: Run, gather: Gather, inbox: Inbox<Input>): Promise<Collected> {
  const collected: Collected = { digits: '', words: [], confidence: 0, finishedOnKey: '' };
  let input = await firstInput(run, gather, inbox);
  while (input !== null) {
    if (input.kind === 'words') takeWords(run, gather, collected, input);
    if (input.kind === 'key' && takeKey(gather, collected, input.key)) return collected;
    input = await nextInput(run, gather, inbox, waitAfter(gather, collected));
  }
  return collected;
}

/** The first input that counts, heard while the prompts play or before the time is up after them. */
async function firstInput(run: Run, gather: Gather, inbox: Inbox<Input>): Promise<Input | null> {
  const early = await firstOf<Input | null>(
    run.signal,
    (signal) => playPrompts(run, gather.prompts, signal).then(() => null),
    (signal) => nextThatCounts(gather, inbox, signal),
  );
  return early ?? (await nextInput(run, gather, inbox, gather.timeout * 1000));
}

function nextInput(run: Run, gather: Gather, inbox: Inbox<Input>, ms: number): Promise<Input | null> {
  return firstOf<Input | null>(
    run.signal,
    (signal) => nextThatCounts(gather, inbox, signal),
    (signal) => pause(run.network, ms, signal).then(() => null),
  );
}

async function nextThatCounts(gather: Gather, inbox: Inbox<Input>, signal: AbortSignal): Promise<Input> {
  for (;;) {
    const input = await inbox.next(signal);
    if (input.kind === 'key' && gather.dtmf) return input;
    if (input.kind === 'words' && gather.speech) return input;
  }
}

function waitAfter(gather: Gather, collected: Collected): number {
  if (collected.words.length === 0) return gather.timeout * 1000;
  return gather.speechTimeout === 'auto' ? AUTO_SPEECH_END_MS : gather.speechTimeout * 1000;
}

/** Takes a key; true when it ends the input. Keys outweigh words: the carrier then gives no speech result. */
function takeKey(gather: Gather, collected: Collected, key: string): boolean {
  collected.words = [];
  if (gather.finishOnKey !== '' && gather.finishOnKey.includes(key)) {
    collected.finishedOnKey = key;
    return true;
  }
  collected.digits += key;
  return gather.numDigits !== null && collected.digits.length >= gather.numDigits;
}

function takeWords(
  run: Run,
  gather: Gather,
  collected: Collected,
  input: Extract<Input, { kind: 'words' }>,
): void {
  if (collected.digits !== '') return;
  collected.words.push(input.words);
  collected.confidence = input.confidence;
  tellAction(run, gather.partialResult, {
    UnstableSpeechResult: collected.words.join(' '),
    Stability: '0.9',
    SequenceNumber: String(collected.words.length - 1),
  });
}

function resultParameters(gather: Gather, collected: Collected): Record<string, string> {
  if (collected.words.length > 0) {
    return {
      SpeechResult: collected.words.join(' '),
      Confidence: String(collected.confidence),
      Language: gather.language,
    };
  }
  return {
    msg: 'Gather End',
    ...(gather.dtmf ? { Digits: collected.digits, FinishedOnKey: collected.finishedOnKey } : {}),
  };
}
