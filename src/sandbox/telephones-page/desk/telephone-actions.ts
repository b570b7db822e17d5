import { preferences } from '../settings/preferences.ts';
import { turnMicrophoneOn } from '../sound/microphone.ts';
import { stopSpeaking } from '../sound/speech.ts';
import { keyTone } from '../sound/tones.ts';
import * as requests from '../wire/handset-requests.ts';
import type { Desk } from './start-desk.ts';

/** What the person does at one telephone. What the sandbox refuses is shown, never thrown. */
export type TelephoneActions = {
  readonly dial: (to: string) => void;
  readonly answer: () => void;
  readonly decline: () => void;
  readonly hangUp: () => void;
  readonly press: (key: string) => void;
  readonly say: (words: string) => void;
};

export function telephoneActions(desk: Desk, number: string): TelephoneActions {
  const attempt = (request: Promise<unknown>): void => void request.catch(desk.problem.dispatch);
  const line = (kind: 'said' | 'keys', text: string): void =>
    desk.state.dispatch({ type: 'line', number, line: { at: Date.now(), kind, text } });

  async function dial(to: string): Promise<void> {
    desk.state.dispatch({ type: 'dialling', number, to, at: Date.now() });
    wantMicrophone();
    try {
      const { callSid } = await requests.dial(number, to);
      desk.state.dispatch({ type: 'dialled', number, callSid });
    } catch (error) {
      desk.state.dispatch({ type: 'not-dialled', number });
      throw error;
    }
  }

  return {
    dial: (to) => attempt(dial(to)),
    answer() {
      wantMicrophone();
      attempt(requests.answer(number));
    },
    decline: () => attempt(requests.decline(number)),
    hangUp: () => attempt(requests.hangUp(number)),
    press(key) {
      stopSpeaking();
      if (preferences.get().sound) keyTone(key);
      line('keys', key);
      attempt(requests.pressKeys(number, key));
    },
    say(words) {
      stopSpeaking();
      line('said', words);
      attempt(requests.say(number, words));
    },
  };
}

// The browser may ask the person first. The call does not wait for it: without a microphone, words are typed.
function wantMicrophone(): void {
  if (preferences.get().microphone) void turnMicrophoneOn();
}
