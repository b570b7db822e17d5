import { randomUUIDv7 } from 'node:crypto';
import { applyFact } from '../../calls/apply-fact.ts';
import type { CallFact } from '../../calls/rules/call-fact.ts';
import { writeCallNote } from '../../calls/write-call-note.ts';
import { inClinic } from '../../platform/database/database.ts';
import { changeVoicemail } from '../../voicemail/change-voicemail.ts';
import type { SeededClinic } from '../seed-demo.ts';
import type { PastCall } from './demo-past.ts';
import { setPresence } from './demo-past.store.ts';
import { newSid, type PastDesk } from './past-desk.ts';
import { memberOf, numberOf, type Team } from './past-people.ts';

type Step = { after: number; fact: CallFact };

/** The caller listens to the menu for so long, in seconds. */
const listens = 7;
const rings = 6;
/** What the clinic says before the tone. */
const announcement = 12;

const talk = (staffId: string, seconds: number): Step[] => {
  const legSid = newSid('CA');
  const leg = { fact: 'staff-leg', legSid, staffId, via: 'portal', turn: null } as const;
  const ended = {
    fact: 'dial-ended',
    status: 'completed',
    bridged: true,
    legSid,
    asker: 'customer',
  } as const;
  return [
    { after: rings, fact: { ...leg, status: 'in-progress' } },
    { after: seconds, fact: { ...ended, callerGone: true } },
    { after: 0, fact: { ...leg, status: 'completed' } },
  ];
};

/** As the babble of the demo speaks: some fifteen letters in a second. */
const secondsFor = (said: string): number => Math.max(2, Math.round(said.length / 12));

const stepsOf = (call: PastCall, team: Team, desk: PastDesk): Step[] => {
  const { came } = call;
  if (came.to === 'talk') return talk(memberOf(team, came.with).staffId, came.seconds);
  if (came.to === 'nothing')
    return [{ after: came.seconds, fact: { fact: 'call-progress', status: 'completed' } }];
  const recordingSid = newSid('RE');
  desk.says.set(recordingSid, came.said);
  const seconds = secondsFor(came.said);
  return [
    { after: announcement + seconds, fact: { fact: 'recording', recordingSid, seconds, callerGone: true } },
    { after: 1, fact: { fact: 'call-progress', status: 'completed' } },
  ];
};

const afterwards = async (
  desk: PastDesk,
  clinic: SeededClinic,
  team: Team,
  callId: string,
  { came }: PastCall,
): Promise<void> => {
  const voicemails = await desk.workJobs();
  await inClinic(desk.database, clinic.id, async (trx) => {
    const at = desk.clock.now();
    if (came.to === 'talk' && came.note !== undefined)
      await writeCallNote(trx, callId, came.note, { userId: memberOf(team, came.with).userId, at });
    if (came.to !== 'voicemail' || came.mark === 'new') return;
    const { staffId, userId } = memberOf(team, came.by);
    for (const id of voicemails)
      await changeVoicemail(trx, id, { status: came.mark, assignedTo: staffId }, { userId, at });
  });
};

/** A call as it would have come in, step by step, by the rules that hold for every call. */
export const liveCall = async (
  desk: PastDesk,
  clinic: SeededClinic,
  team: Team,
  call: PastCall,
): Promise<void> => {
  const { clock } = desk;
  const online = call.came.to !== 'voicemail';
  await inClinic(desk.database, clinic.id, (trx) => setPresence(trx, online ? clock.now() : null));
  const callId = randomUUIDv7();
  const from = numberOf(clinic, call.from);
  const opens = { carrierSid: newSid('CA'), from, to: clinic.phoneNumber, forwardedFrom: undefined };
  const tell = async (fact: CallFact, first: boolean): Promise<void> => {
    const request = {
      clinicId: clinic.id,
      callId,
      opens: first ? opens : null,
      receipt: null,
      link: () => '',
    };
    await applyFact(desk.calls, { ...request, fact: () => fact });
  };
  await tell({ fact: 'incoming' }, true);
  const chosen: Step = { after: listens, fact: { fact: 'keys', digits: call.key } };
  for (const { after, fact } of [chosen, ...stepsOf(call, team, desk)]) {
    clock.set(clock.now().add({ seconds: after }));
    await tell(fact, false);
  }
  await afterwards(desk, clinic, team, callId, call);
};
