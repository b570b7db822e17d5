import type { ConversationRelay } from '../twiml/verb.ts';
import { newSid } from '../sid.ts';
import { firstOf } from './first-of.ts';
import type { Inbox } from './inbox.ts';
import { Interruption } from './interruption.ts';
import type { Input } from './leg.ts';
import { note } from './network.ts';
import { playDigits } from './prompts.ts';
import { readFrame, type RelayFrame } from './relay-frames.ts';
import { openRelaySocket, type RelaySocket } from './relay-socket.ts';
import { RelaySpeech } from './relay-speech.ts';
import { askAction, resolveUrl, tellAction, type Outcome, type Run } from './run.ts';

type Ended = {
  readonly SessionStatus: 'ended' | 'failed' | 'completed';
  readonly [parameter: string]: string;
};

const UNREACHABLE: Ended = {
  SessionStatus: 'failed',
  ErrorCode: '64102',
  ErrorMessage: 'Unable to connect to the WebSocket URL.',
};
const DROPPED: Ended = {
  SessionStatus: 'failed',
  ErrorCode: '64105',
  ErrorMessage: 'The WebSocket connection ended.',
};

type Session = {
  readonly run: Run;
  readonly verb: ConversationRelay;
  readonly socket: RelaySocket;
  readonly speech: RelaySpeech;
  language: string;
};

/** Hands the conversation to a server over a websocket: it gets the caller's words, and sends what to say. */
export async function runConversationRelay(run: Run, verb: ConversationRelay): Promise<Outcome> {
  const { network, leg } = run;
  const sessionId = newSid('VX');
  const startedAt = network.clock.now();
  const result = (ended: Ended): Record<string, string> => ({
    SessionId: sessionId,
    SessionDuration: String(Math.round((network.clock.now() - startedAt) / 1000)),
    ...ended,
  });
  const inbox = leg.listen();
  let socket: RelaySocket | null = null;
  try {
    socket = await openRelaySocket(run, resolveUrl(run, verb.url));
    if (!socket) return askAction(run, verb.action, result(UNREACHABLE));
    socket.send(setupFrame(run, verb, sessionId));
    leg.tell({ type: 'collecting', what: 'speech' });
    const ended = await converse(
      { run, verb, socket, speech: new RelaySpeech(run), language: verb.language },
      inbox,
    );
    note(network, leg, 'event', `ConversationRelay ${ended.SessionStatus}`, ended);
    return askAction(run, verb.action, result(ended));
  } catch (error) {
    const leftCall = error instanceof Interruption && error.source === null;
    if (leftCall) tellAction(run, verb.action, result({ SessionStatus: 'completed' }));
    throw error;
  } finally {
    leg.stopListening(inbox);
    if (!leg.ended) leg.tell({ type: 'collecting', what: 'nothing' });
    socket?.close();
  }
}

function converse(session: Session, inbox: Inbox<Input>): Promise<Ended> {
  const { run, verb, speech } = session;
  if (verb.welcomeGreeting) speech.add(verb.welcomeGreeting, verb.welcomeGreetingInterruptible);
  return firstOf<Ended>(
    run.signal,
    (signal) => speech.speakOn(signal),
    (signal) => obeyServer(session, signal),
    (signal) => reportCaller(session, inbox, signal),
  );
}

async function obeyServer(session: Session, signal: AbortSignal): Promise<Ended> {
  const { run, socket, speech } = session;
  for (;;) {
    const text = await socket.incoming.next(signal);
    if (text === null) return DROPPED;
    const frame = readFrame(text);
    if (typeof frame === 'string') {
      note(run.network, run.leg, 'error', `64107 ${frame}`);
      socket.send({ type: 'error', description: frame });
    } else if (frame.type === 'end') {
      // What was sent before the end is still said.
      await speech.untilSilent();
      return {
        SessionStatus: 'ended',
        ...(frame.handoffData === undefined ? {} : { HandoffData: frame.handoffData }),
      };
    } else {
      await obey(session, frame, signal);
    }
  }
}

async function obey(
  session: Session,
  frame: Exclude<RelayFrame, { type: 'end' }>,
  signal: AbortSignal,
): Promise<void> {
  const { run, verb, speech } = session;
  if (frame.type === 'text') speech.add(frame.token, frame.interruptible ?? verb.interruptible);
  if (frame.type === 'play') run.leg.tell({ type: 'heard', kind: 'play', text: frame.source });
  if (frame.type === 'sendDigits') await playDigits(run, frame.digits, signal);
  if (frame.type === 'language')
    session.language = frame.transcriptionLanguage ?? frame.ttsLanguage ?? session.language;
}

async function reportCaller(session: Session, inbox: Inbox<Input>, signal: AbortSignal): Promise<never> {
  const { run, verb, socket, speech } = session;
  for (;;) {
    const input = await inbox.next(signal);
    if (input.kind === 'key' && verb.dtmfDetection) socket.send({ type: 'dtmf', digit: input.key });
    if (input.kind !== 'words') continue;
    if (speech.speaking && !speech.interruptible) {
      note(
        run.network,
        run.leg,
        'event',
        'Words spoken over a text that may not be interrupted are not reported',
      );
      continue;
    }
    const interrupt = speech.interrupt();
    if (interrupt) {
      socket.send({
        type: 'interrupt',
        utteranceUntilInterrupt: interrupt.utterance,
        durationUntilInterruptMs: interrupt.durationMs,
      });
    }
    socket.send({ type: 'prompt', voicePrompt: input.words, lang: session.language, last: true });
  }
}

function setupFrame(run: Run, verb: ConversationRelay, sessionId: string): object {
  const { leg, network } = run;
  return {
    type: 'setup',
    sessionId,
    accountSid: network.account.accountSid,
    callSid: leg.sid,
    parentCallSid: leg.parent?.sid ?? '',
    from: leg.from,
    to: leg.to,
    forwardedFrom: leg.forwardedFrom ?? '',
    callerName: leg.callerName ?? '',
    direction: leg.direction,
    callType: leg.from.startsWith('client:') ? 'CLIENT' : 'PSTN',
    callStatus: 'IN-PROGRESS',
    customParameters: verb.parameters,
  };
}
