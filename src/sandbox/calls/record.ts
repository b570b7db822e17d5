import type { RecordMessage } from '../twiml/verb.ts';
import { newSid } from '../sid.ts';
import { firstOf } from './first-of.ts';
import type { Inbox } from './inbox.ts';
import { Interruption } from './interruption.ts';
import type { Input } from './leg.ts';
import { note, pause } from './network.ts';
import { end } from './progress.ts';
import { speechMs } from './prompts.ts';
import { announceRecording, keepRecording, recordingUrl, type Take } from './recording.ts';
import { askAction, NEXT, ownAction, tellAction, type Outcome, type Run } from './run.ts';

const BEEP_MS = 500;
// A page needs a moment to hand over what its microphone took down.
const UPLOAD_WAIT_MS = 5000;
const LONGEST_TRANSCRIBED_SECONDS = 120;

type Session = { words: string[]; seconds: number | null; key: string; silence: boolean; startedAt: number };

/** Records the caller until silence, a key, the longest length or the hang-up. */
export async function runRecord(run: Run, verb: RecordMessage): Promise<Outcome> {
  const { network, leg } = run;
  const action = ownAction(run, verb.action, verb.method);
  const session: Session = { words: [], seconds: null, key: '', silence: false, startedAt: 0 };
  leg.audio = null;
  if (verb.playBeep) {
    leg.tell({ type: 'heard', kind: 'beep', text: 'beep' });
    await pause(network, BEEP_MS, run.signal);
  }
  const inbox = leg.listen();
  session.startedAt = network.clock.now();
  leg.tell({ type: 'collecting', what: 'recording' });
  announceRecording(run, verb.recordingStatus, 'in-progress', null);
  try {
    await takeDown(run, verb, session, inbox);
  } catch (error) {
    if (!(error instanceof Interruption)) throw error;
    // A hang-up ends the message and keeps it; so does another document, but nobody is asked what to do then.
    network.background(finishAfterwards(run, verb, action, session, error));
    throw error;
  } finally {
    leg.stopListening(inbox);
    if (!leg.ended) leg.tell({ type: 'collecting', what: 'nothing' });
  }
  const take = await finish(run, verb, session);
  if (!take) return NEXT;
  return askAction(run, action, resultParameters(run, take, session.key));
}

async function takeDown(run: Run, verb: RecordMessage, session: Session, inbox: Inbox<Input>): Promise<void> {
  const { network, leg } = run;
  const endsAt = session.startedAt + verb.maxLength * 1000;
  let quietFrom = session.startedAt;
  for (;;) {
    const left = endsAt - network.clock.now();
    const quiet = quietFrom + verb.timeout * 1000 - network.clock.now();
    // With a real microphone the network cannot tell silence here; the person ends the message.
    const silent = !leg.device?.hasMicrophone() && quiet < left;
    const input = await firstOf<Input | null>(
      run.signal,
      (signal) => inbox.next(signal),
      (signal) => pause(network, Math.max(0, silent ? quiet : left), signal).then(() => null),
    );
    if (input === null) {
      session.silence = silent;
      return;
    }
    if (input.kind === 'words') {
      session.words.push(input.words);
      quietFrom = network.clock.now() + speechMs(run, input.words);
    } else if (input.kind === 'recorded') {
      if (input.words !== '') session.words.push(input.words);
      session.seconds = input.seconds;
      if (input.hangUp) end(network, leg, 'completed');
      run.signal.throwIfAborted();
      return;
    } else if (verb.finishOnKey.includes(input.key)) {
      session.key = input.key;
      return;
    }
  }
}

async function finishAfterwards(
  run: Run,
  verb: RecordMessage,
  action: ReturnType<typeof ownAction>,
  session: Session,
  reason: Interruption,
): Promise<void> {
  const take = await finish(run, verb, session);
  if (take && reason.source === null) tellAction(run, action, resultParameters(run, take, 'hangup'));
}

/** Keeps what was recorded; null when there is nothing, which the carrier reports as `absent`. */
async function finish(run: Run, verb: RecordMessage, session: Session): Promise<Take | null> {
  const { network, leg } = run;
  const elapsed = (network.clock.now() - session.startedAt) / 1000;
  const words = session.words.join(' ').trim();
  if (leg.device?.hasMicrophone() && session.seconds === null) {
    const uploaded = leg.until(
      () => leg.audio !== null,
      AbortSignal.any([network.closing, AbortSignal.timeout(UPLOAD_WAIT_MS)]),
    );
    await uploaded.catch(() => undefined);
  }
  const length = session.seconds ?? lengthOf(run, verb, session, words, elapsed);
  const seconds = Math.min(verb.maxLength, Math.round(length));
  if (length < 1 && leg.audio === null) {
    note(network, leg, 'event', 'Recording was empty');
    announceRecording(run, verb.recordingStatus, 'absent', null);
    return null;
  }
  const take = await keepRecording(run, {
    source: 'RecordVerb',
    channels: 1,
    seconds,
    words,
    audio: leg.audio,
  });
  leg.audio = null;
  announceRecording(run, verb.recordingStatus, 'completed', take);
  if (verb.transcribeCallback !== null) sendTranscription(run, verb.transcribeCallback, take, words);
  return take;
}

/** The carrier's own transcription: two minutes at most, and nothing of what nobody typed. */
function sendTranscription(run: Run, url: string, take: Take, words: string): void {
  const done = words !== '' && take.seconds <= LONGEST_TRANSCRIBED_SECONDS;
  tellAction(
    run,
    { url, method: 'POST' },
    {
      TranscriptionSid: newSid('TR'),
      TranscriptionStatus: done ? 'completed' : 'failed',
      TranscriptionText: done ? words : '',
      RecordingSid: take.sid,
      RecordingUrl: recordingUrl(run.network, take.sid),
    },
  );
}

/** Words last as long as they take to say; silence at the end is cut off, a wholly silent message is kept. */
function lengthOf(run: Run, verb: RecordMessage, session: Session, words: string, elapsed: number): number {
  const spoken = Math.ceil(speechMs(run, words) / 1000);
  if (words !== '' && session.silence && verb.trimSilence) return Math.max(spoken, elapsed - verb.timeout);
  return Math.max(spoken, elapsed);
}

function resultParameters(run: Run, take: Take, digits: string): Record<string, string> {
  return {
    RecordingUrl: recordingUrl(run.network, take.sid),
    RecordingSid: take.sid,
    RecordingDuration: String(take.seconds),
    Digits: digits,
  };
}
