import type { Enqueue } from '../twiml/verb.ts';
import { firstOf } from './first-of.ts';
import { untilOther } from './wait-for.ts';
import { Interruption } from './interruption.ts';
import { pause } from './network.ts';
import type { Member, Queue } from './queues.ts';
import { askAction, resolveUrl, tellAction, type Ending, type Outcome, type Run } from './run.ts';
import { atUrl } from './source.ts';

const HOLD_MUSIC_MS = 30_000;
type QueueResult = 'bridged' | 'hangup' | 'leave' | 'redirected' | 'redirected-from-bridged' | 'queue-full';

/** Keeps the caller waiting, with music, until a Dial fetches them, they give up, or they are sent elsewhere. */
export async function runEnqueue(run: Run, verb: Enqueue): Promise<Outcome> {
  const { network, leg } = run;
  const queue = network.queues.open(verb.queue, network.clock.now());
  const member = network.queues.join(queue, leg, network.clock.now());
  if (!member) return askAction(run, verb.action, { QueueResult: 'queue-full' });
  try {
    const ending = await waitToBeTaken(run, verb, queue, member);
    if (ending === 'leave') return askAction(run, verb.action, parametersOf(run, queue, member, 'leave'));
    if (ending === 'hang-up') return { step: 'hang-up' };
    member.ready.abort();
    await firstOf(run.signal, (signal) => untilOther(member.over.signal, signal));
    return askAction(run, verb.action, parametersOf(run, queue, member, 'bridged'));
  } catch (error) {
    if (error instanceof Interruption)
      tellAction(run, verb.action, parametersOf(run, queue, member, interrupted(error, member)));
    throw error;
  } finally {
    network.queues.leave(queue, member, network.clock.now());
  }
}

function interrupted(reason: Interruption, member: Member): QueueResult {
  const bridged = member.ready.signal.aborted;
  if (reason.source) return bridged ? 'redirected-from-bridged' : 'redirected';
  return bridged ? 'bridged' : 'hangup';
}

/** 'finished' once a Dial has taken the caller. */
async function waitToBeTaken(run: Run, verb: Enqueue, queue: Queue, member: Member): Promise<Ending> {
  return firstOf<Ending>(
    run.signal,
    (signal) => untilOther(member.taken.signal, signal).then(() => 'finished'),
    (signal) => (verb.wait ? askedMusic(run, verb.wait, queue, member, signal) : music(run, signal)),
  );
}

/** The document at waitUrl, again and again, with the place in the queue; only Leave or Hangup end it. */
async function askedMusic(
  run: Run,
  wait: NonNullable<Enqueue['wait']>,
  queue: Queue,
  member: Member,
  signal: AbortSignal,
): Promise<Ending> {
  const { network, leg } = run;
  const request = { url: resolveUrl(run, wait.url), method: wait.method };
  for (;;) {
    const startedAt = network.clock.now();
    const source = atUrl(
      request,
      placeOf(network.clock.now(), queue, member, network.queues.sizeLimit(queue)),
    );
    const ending = await run.perform({ network, leg, scope: 'queue', signal }, source);
    if (ending !== 'finished') return ending;
    // A document without any sound would otherwise be asked for as fast as the network can.
    if (network.clock.now() - startedAt < 1000) await pause(network, 1000, signal);
  }
}

async function music(run: Run, signal: AbortSignal): Promise<Ending> {
  for (;;) {
    run.leg.tell({ type: 'heard', kind: 'play', text: 'hold music' });
    await pause(run.network, HOLD_MUSIC_MS, signal);
  }
}

function placeOf(now: number, queue: Queue, member: Member, size: number): Record<string, string> {
  const waits = queue.waitedMs;
  const average = waits.length === 0 ? 0 : waits.reduce((sum, ms) => sum + ms, 0) / waits.length;
  return {
    QueueSid: queue.sid,
    QueuePosition: String(queue.members.indexOf(member) + 1),
    QueueTime: String(Math.round((now - member.joinedAt) / 1000)),
    AvgQueueTime: String(Math.round(average / 1000)),
    CurrentQueueSize: String(queue.members.length),
    MaxQueueSize: String(size),
  };
}

function parametersOf(run: Run, queue: Queue, member: Member, result: QueueResult): Record<string, string> {
  const seconds = Math.round((run.network.clock.now() - member.joinedAt) / 1000);
  return { QueueResult: result, QueueSid: queue.sid, QueueTime: String(seconds) };
}
