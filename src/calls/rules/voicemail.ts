import type { VoiceStep } from '../../ports/carrier/voice-steps.ts';
import type { CallState } from './call-state.ts';
import { decide, departmentName, hook, type CallContext, type Decision } from './decision.ts';
import { end } from './end.ts';
import { announcementIn, hasWords, promptsIn, type Say } from './prompts.ts';

const longestMessageSeconds = 300;

const greetingOf = (state: CallState, context: CallContext, departmentId: string | null): Say => {
  const { settings, departments, clinic } = context.snapshot;
  const department = departments.find((candidate) => candidate.id === departmentId);
  const ours = promptsIn(state.language).voicemail(clinic.name, department?.name ?? null);
  const clinics = { text: settings.voicemailMessage, recordings: settings.recordings.voicemail };
  const own = department && {
    text: department.voicemailGreeting,
    recordings: department.voicemailRecordings,
  };
  return announcementIn(state.language, own && hasWords(own) ? own : clinics, ours);
};

/** Voicemail for the department the caller wanted; where voicemail is switched off, a sentence and the end. */
export const toVoicemail = (
  state: CallState,
  context: CallContext,
  reason: string,
  before: Say[] = [],
): Decision => {
  const departmentId = state.wish?.departmentId ?? null;
  const texts = promptsIn(state.language);
  const say = (text: string): Say => ({ do: 'say', text, language: state.language });
  if (!context.snapshot.settings.voicemailEnabled) {
    return decide(
      { ...state, phase: { at: 'voicemail', departmentId, recordingSid: null } },
      {
        steps: [...before, say(texts.nobodyThere), { do: 'hang-up' }],
        history: [{ kind: 'turned-away', reason: 'voicemail-off' }],
      },
    );
  }
  const next: CallState = { ...state, phase: { at: 'voicemail', departmentId, recordingSid: null } };
  const name = departmentName(context, departmentId);
  return decide(next, {
    steps: [
      ...before,
      greetingOf(state, context, departmentId),
      {
        do: 'record',
        hook: hook(next, 'voicemail'),
        finished: hook(next, 'recording-status'),
        maxSeconds: longestMessageSeconds,
        silenceSeconds: 5,
      },
      say(texts.nothingHeard),
      { do: 'hang-up' },
    ],
    history: [{ kind: 'voicemail', reason, ...(name === null ? {} : { detail: { department: name } }) }],
  });
};

/** What a caller hears whose message we have. */
export const thanksSteps = (state: CallState): VoiceStep[] => [
  { do: 'say', text: promptsIn(state.language).thanks, language: state.language },
  { do: 'hang-up' },
];

/** A message was recorded. The Record action and the recording callback both say so, in any order, perhaps after the end. */
export const onRecording = (
  state: CallState,
  fact: { recordingSid: string; seconds: number; callerGone: boolean },
): Decision => {
  const known = state.phase.at === 'voicemail' && state.phase.recordingSid === fact.recordingSid;
  const departmentId =
    state.phase.at === 'voicemail' ? state.phase.departmentId : (state.wish?.departmentId ?? null);
  const effects = [
    {
      effect: 'save-recording' as const,
      recordingSid: fact.recordingSid,
      seconds: fact.seconds,
      departmentId,
    },
  ];
  const history = known
    ? []
    : [{ kind: 'recorded', reason: 'message-left', detail: { seconds: fact.seconds } }];
  const thanks = thanksSteps(state);
  if (state.phase.at === 'ended') {
    // The end and the message may be told in either order; told once is enough.
    const told = state.phase.outcome === 'voicemail';
    const outcome = state.phase.outcome === 'answered' ? 'answered' : 'voicemail';
    return decide(
      { ...state, phase: { at: 'ended', outcome } },
      { effects, history: told ? [] : history, steps: thanks },
    );
  }
  // Fetched out of voicemail by somebody who got free: the message is kept, the conversation goes on.
  if (state.phase.at === 'connected') return decide(state, { effects, history, steps: thanks });
  const recorded: CallState = {
    ...state,
    phase: { at: 'voicemail', departmentId, recordingSid: fact.recordingSid },
  };
  if (!fact.callerGone) return decide(recorded, { effects, history, steps: thanks });
  const ended = end(recorded, 'completed');
  return { ...ended, effects: [...effects, ...ended.effects], history: [...history, ...ended.history] };
};
