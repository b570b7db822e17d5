import type { CallStatus } from '../records/call-record.ts';
import type { Dial, DialQueue } from '../twiml/verb.ts';
import { bridgeUntilOver } from './bridge-until-over.ts';
import { firstOf } from './first-of.ts';
import { untilOther } from './wait-for.ts';
import { Interruption } from './interruption.ts';
import { pause } from './network.ts';
import type { Member, Queue } from './queues.ts';
import { askAction, resolveUrl, tellAction, type Outcome, type Run } from './run.ts';
import { atUrl } from './source.ts';

/** Fetches the caller who has waited longest in a queue, and talks with them. */
export async function runDialQueue(run: Run, dial: Dial, target: DialQueue): Promise<Outcome> {
  const queue = run.network.queues.find(target.name);
  if (!queue) return askAction(run, dial.action, { DialCallStatus: 'failed', DialBridged: 'false' });
  const talk: Talk = { member: null, since: 0 };
  try {
    talk.member = await firstWaiting(run, queue, dial.timeout * 1000);
    talk.since = run.network.clock.now();
    if (talk.member) await talkWith(run, dial, target, talk.member);
  } catch (error) {
    if (error instanceof Interruption && error.source === null) {
      tellAction(run, dial.action, parametersOf(run, queue, talk, 'canceled'));
    }
    throw error;
  }
  return askAction(run, dial.action, parametersOf(run, queue, talk, 'no-answer'));
}

type Talk = { member: Member | null; since: number };

function parametersOf(
  run: Run,
  queue: Queue,
  { member, since }: Talk,
  otherwise: CallStatus,
): Record<string, string> {
  if (!member) return { DialCallStatus: otherwise, DialBridged: 'false' };
  return {
    DialCallStatus: 'completed',
    DialBridged: 'true',
    DialCallSid: member.leg.sid,
    DialCallDuration: String(Math.round((run.network.clock.now() - since) / 1000)),
    QueueSid: queue.sid,
  };
}

/** Takes the first caller; two Dials that wait for the same one both wake, and one of them waits on. */
async function firstWaiting(run: Run, queue: Queue, patienceMs: number): Promise<Member | null> {
  const { network, leg } = run;
  const until = network.clock.now() + patienceMs;
  for (;;) {
    const member = network.queues.takeFirst(queue, leg, network.clock.now());
    const left = until - network.clock.now();
    if (member || left <= 0) return member;
    await firstOf<void>(
      run.signal,
      (signal) => network.queues.untilSomebody(queue, signal),
      (signal) => pause(network, left, signal),
    );
  }
}

async function talkWith(run: Run, dial: Dial, target: DialQueue, member: Member): Promise<void> {
  const memberSignal = member.leg.signal;
  try {
    if (target.announcement) await announce(run, target.announcement, member);
    await firstOf<void>(
      run.signal,
      (signal) => untilOther(member.ready.signal, signal),
      (signal) => untilOther(memberSignal, signal),
    );
    if (memberSignal.aborted) return;
    await bridgeUntilOver(run, member.leg, dial);
  } finally {
    member.over.abort();
  }
}

/** What the caller hears on leaving the queue, before they are connected. */
async function announce(
  run: Run,
  announcement: NonNullable<DialQueue['announcement']>,
  member: Member,
): Promise<void> {
  const { network } = run;
  const source = atUrl(
    { url: resolveUrl(run, announcement.url), method: announcement.method },
    { DequeingCallSid: run.leg.sid },
  );
  try {
    await run.perform({ network, leg: member.leg, scope: 'whisper', signal: member.leg.signal }, source);
  } catch (error) {
    // The caller left meanwhile; `talkWith` sees that.
    if (!(error instanceof Interruption)) throw error;
  }
}
