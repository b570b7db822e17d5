import type { Leg } from './leg.ts';
import { note, type Network } from './network.ts';
import { answer, end } from './progress.ts';

/** What the person at a leg's telephone can do. Each says whether it had any effect. */

/** Picks up a ringing call. */
export function pickUp(network: Network, leg: Leg, options: { readonly machine: boolean }): boolean {
  if (leg.status !== 'ringing' || leg.direction === 'inbound') return false;
  leg.machine = options.machine;
  answer(network, leg);
  return true;
}

/** Rejects a ringing call; the caller finds the line busy. */
export function decline(network: Network, leg: Leg): boolean {
  if (leg.status !== 'ringing' || leg.direction === 'inbound') return false;
  end(network, leg, 'busy');
  return true;
}

/** Puts the receiver down, whatever is under way. */
export function hangUp(network: Network, leg: Leg): boolean {
  if (leg.ended) return false;
  note(network, leg, 'event', 'The person hung up');
  end(network, leg, leg.direction === 'inbound' ? 'no-answer' : 'busy');
  return true;
}

/** Presses keys one after another; false when neither a verb nor a person at the other end heard them. */
export function press(network: Network, leg: Leg, keys: string): boolean {
  const heard = keys.split('').map((key) => leg.offer({ kind: 'key', key }));
  const peer = leg.bridge?.peerOf(leg);
  peer?.tell({ type: 'heard', kind: 'play', text: `keys ${keys}` });
  const taken = peer !== undefined || heard.includes(true);
  const title = taken ? 'Keys pressed' : 'Keys pressed that nothing listened for';
  note(network, leg, 'event', title, { count: keys.length });
  return taken;
}

/** Says something: to whoever is connected, or else to the verb that listens. */
export function say(network: Network, leg: Leg, words: string, confidence: number): boolean {
  leg.transcript.push(words);
  note(network, leg, 'event', 'Words spoken', { words });
  const peer = leg.bridge?.peerOf(leg);
  if (!peer) return leg.offer({ kind: 'words', words, confidence });
  peer.tell({ type: 'heard', kind: 'speech', text: words });
  return true;
}

/** Ends the recording under way with this content. */
export function finishRecording(
  leg: Leg,
  content: { readonly words: string; readonly seconds: number | null; readonly hangUp: boolean },
): boolean {
  if (leg.collecting !== 'recording') return false;
  return leg.offer({ kind: 'recorded', ...content });
}

/** Hands over what the person's microphone took down for the recording under way or just ended. */
export function attachAudio(leg: Leg, wav: Uint8Array): void {
  leg.audio = wav;
  leg.changed();
}
