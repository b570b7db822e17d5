import type { VoiceStep } from '../../ports/carrier/voice-steps.ts';
import type { CallState, Phase, Wish } from './call-state.ts';
import { after, decide, hook, type CallContext, type CallEffect, type Decision } from './decision.ts';
import type { Errand, KeyMeaning } from './errand.ts';
import { errandWordsIn } from './errand-words.ts';
import { anyone } from './menu.ts';
import type { Say } from './prompts.ts';
import { ringNext } from './ring.ts';

/** Silences and wrong keys after which nothing is repeated any more. */
const mostMisses = 2;
const keySeconds = 5;

type Calling = CallState & { errand: Errand };
type Answerer = 'person' | 'machine' | null;

const isErrand = (state: CallState): state is Calling => state.errand !== undefined;

const say = (state: CallState, text: string): Say => ({ do: 'say', text, language: state.language });
const withErrand = (state: Calling, own: Partial<Errand>): Calling => ({
  ...state,
  errand: { ...state.errand, ...own },
});

const goodbye = (state: CallState, text: string): VoiceStep[] => [say(state, text), { do: 'hang-up' }];

/** One key after the prompts; silence is heard of as well. */
const ask = (state: CallState, prompts: Say[]): VoiceStep[] => [
  {
    do: 'gather',
    hook: hook(state, 'script-keys'),
    digits: 1,
    timeoutSeconds: keySeconds,
    prompts: prompts.map((prompt) => prompt),
    emptyToo: true,
  },
  { do: 'redirect', hook: hook(state, 'script-keys') },
];

/** What the clinic has to say, and the choices behind it. */
const tell = (state: Calling, before: string[], misses: number): Decision => {
  const { errand } = state;
  const next: Calling = { ...withErrand(state, { said: true }), phase: { at: 'script', misses } };
  const texts = [...before, errand.script].filter((text) => text !== '');
  if (errand.keys.length === 0)
    return decide(next, {
      steps: [
        ...texts.map((text) => say(state, text)),
        ...goodbye(state, errandWordsIn(state.language).goodbye),
      ],
    });
  return decide(next, {
    steps: ask(
      next,
      [...texts, errand.choices].filter((text) => text !== '').map((text) => say(state, text)),
    ),
  });
};

/** Nothing that only the patient may hear; the message is left after the tone, and heard by whoever hears it. */
const tellMachine = (state: Calling): Decision => {
  const { machineMessage } = state.errand;
  const met: Calling = {
    ...withErrand(state, { met: 'machine', said: machineMessage !== null }),
    phase: { at: 'script', misses: 0 },
  };
  return decide(met, {
    steps: machineMessage === null ? [{ do: 'hang-up' }] : [say(state, machineMessage), { do: 'hang-up' }],
    history: [{ kind: 'machine', reason: machineMessage === null ? 'no-message' : 'left-message' }],
  });
};

const tellPerson = (state: Calling, before: string[], reason: string): Decision =>
  after([{ kind: 'script', reason }], tell(withErrand(state, { met: 'person' }), before, 0));

/** The carrier could not tell a person from a machine: a key does. */
const askWhoIsThere = (state: Calling): Decision => {
  const { opening } = state.errand;
  const next: Calling = { ...state, phase: { at: 'script', misses: 0 } };
  const prompts = [opening, errandWordsIn(state.language).whoIsThere].map((text) => say(state, text));
  return decide(next, { steps: ask(next, prompts), history: [{ kind: 'script', reason: 'who-is-there' }] });
};

/** What is said again, when the carrier asks a second time. */
const again = (state: Calling): Decision => {
  const { errand } = state;
  if (errand.met === 'machine') return decide(state, { steps: [{ do: 'hang-up' }] });
  if (errand.chosen !== null) return decide(state, { steps: answerTo(state, errand.chosen) });
  return errand.met === null ? askWhoIsThere(state) : tell(state, [], 0);
};

/** The call was answered. Only the first word of who did so counts. */
export const onScriptAsked = (state: CallState, by: Answerer): Decision => {
  if (!isErrand(state)) return decide(state, { steps: [{ do: 'hang-up' }] });
  if (state.phase.at !== 'dialling') return again(state);
  if (by === 'machine') return tellMachine(state);
  return by === 'person' ? tellPerson(state, [state.errand.preamble], 'answered') : askWhoIsThere(state);
};

const answerTo = (state: CallState, means: KeyMeaning): VoiceStep[] => {
  const words = errandWordsIn(state.language);
  switch (means) {
    case 'confirm':
      return goodbye(state, words.confirmed);
    case 'reschedule':
      return goodbye(state, words.anotherTime);
    case 'do-not-call':
      return goodbye(state, words.notAgain);
    case 'speak-to-someone':
      return [{ do: 'hang-up' }];
  }
};

const toSomebody = (state: Calling, context: CallContext): Decision => {
  const { departmentId, topic } = state.errand;
  const known = context.snapshot.departments.some(({ id }) => id === departmentId);
  const wish: Wish =
    departmentId !== null && known
      ? { ...anyone(topic), target: { kind: 'department', departmentId }, departmentId }
      : anyone(topic);
  return ringNext({ ...withErrand(state, { chosen: 'speak-to-someone' }), wish }, context, 'announce');
};

const effectsOf = ({ errand }: Calling, means: KeyMeaning): CallEffect[] => {
  const { appointmentId } = errand;
  if (means === 'confirm' && appointmentId !== null)
    return [{ effect: 'confirm-appointment', appointmentId }];
  return means === 'do-not-call' ? [{ effect: 'call-no-more' }] : [];
};

const choose = (state: Calling, context: CallContext, means: KeyMeaning, mayConfirm: boolean): Decision => {
  if (means === 'speak-to-someone') return toSomebody(state, context);
  if (means === 'confirm' && state.errand.appointmentId !== null && !mayConfirm) {
    const told = toSomebody(state, context);
    const sorry = say(state, errandWordsIn(state.language).cannotConfirm);
    return after([{ kind: 'not-confirmed', reason: 'appointment-changed' }], {
      ...told,
      steps: [sorry, ...told.steps],
    });
  }
  const next = withErrand(state, { chosen: means });
  return decide(next, { steps: answerTo(state, means), effects: effectsOf(state, means) });
};

/** Silence or a key that means nothing: all of it again, and after that a person, or goodbye to somebody who is silent. */
const missed = (state: Calling, context: CallContext, misses: number, digits: string): Decision => {
  const words = errandWordsIn(state.language);
  const entry = { kind: 'script-missed', reason: digits === '' ? 'silence' : 'invalid-key' };
  if (misses < mostMisses)
    return after([entry], tell(state, digits === '' ? [] : [words.notOffered], misses + 1));
  const toTalk = state.errand.keys.some(({ means }) => means === 'speak-to-someone');
  if (digits !== '' && toTalk) return after([entry], toSomebody(state, context));
  return decide(state, { steps: goodbye(state, words.goodbye), history: [entry] });
};

/** A key, or silence, while the choices of an errand are offered. */
export const onErrandKeys = (
  state: CallState,
  context: CallContext,
  phase: Extract<Phase, { at: 'script' }>,
  { digits, mayConfirm }: { digits: string; mayConfirm: boolean },
): Decision => {
  if (!isErrand(state)) return decide(state, { steps: [{ do: 'hang-up' }] });
  const { errand } = state;
  if (errand.chosen !== null || errand.met === 'machine') return again(state);
  if (errand.met === null) return digits === '' ? tellMachine(state) : tellPerson(state, [], 'pressed-a-key');
  const choice = errand.keys.find(({ key }) => key === digits);
  if (!choice) return missed(state, context, phase.misses, digits);
  return after(
    [{ kind: 'key-chosen', reason: choice.means, detail: { key: digits } }],
    choose(state, context, choice.means, mayConfirm),
  );
};

/** What a key would mean now; null: nothing. */
export const meaningOf = ({ phase, errand }: CallState, digits: string): KeyMeaning | null => {
  if (phase.at !== 'script' || errand === undefined || errand.met !== 'person' || errand.chosen !== null)
    return null;
  return errand.keys.find(({ key }) => key === digits)?.means ?? null;
};
