import { preferences } from '../settings/preferences.ts';
import { speakAloud, stopSpeaking } from '../sound/speech.ts';
import { beep, startRingback, startRinging } from '../sound/tones.ts';
import type { HandsetEvent } from '../wire/handset.ts';
import { speechSpeed } from '../settings/speech-speed.ts';
import type { Desk } from './start-desk.ts';

/** What an event at the telephone in the hand sounds like. */
export function soundTheLine(desk: Desk, number: string, event: HandsetEvent): void {
  if (desk.layout.get().inHand !== number) return;
  const { sound, aloud } = preferences.get();
  if (event.type === 'ended' || event.type === 'stopped-ringing') stopSpeaking();
  if (event.type !== 'heard') return;
  if (event.kind === 'beep' && sound) beep();
  if ((event.kind === 'say' || event.kind === 'speech') && aloud) {
    speakAloud(event.text, desk.state.get().telephones[number]?.language ?? null, speechSpeed.get());
  }
}

/** Rings while one of the telephones on the desk rings, and sounds the ringback of the one in the hand. */
export function soundTheDesk(desk: Desk): void {
  let current: { readonly name: string; readonly stop: () => void } | null = null;
  const tune = (): void => {
    const wanted = preferences.get().sound ? wantedSound(desk) : null;
    if (wanted?.name === current?.name) return;
    current?.stop();
    current = wanted && { name: wanted.name, stop: wanted.start() };
  };
  for (const store of [desk.state, desk.layout, preferences]) store.subscribe(tune);
}

function wantedSound(desk: Desk): { name: string; start: () => () => void } | null {
  const { telephones, link } = desk.state.get();
  const { open, inHand } = desk.layout.get();
  if (link !== 'open') return null;
  const held = inHand === null ? undefined : telephones[inHand];
  if (held?.state === 'dialling') {
    const to = held.call?.with ?? '';
    return { name: `ringback ${to}`, start: () => startRingback(to) };
  }
  const rings = open.some((number) => telephones[number]?.state === 'ringing');
  return rings ? { name: 'ring', start: startRinging } : null;
}
