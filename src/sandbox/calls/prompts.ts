import type { Prompt } from '../twiml/verb.ts';
import { webhookSignature } from '../webhooks/signature.ts';
import { note, pause } from './network.ts';
import { resolveUrl, type Run } from './run.ts';

const BETWEEN_REPEATS_MS = 100;
const KEY_TONE_MS = 250;
const HTTP_RETRIEVAL_FAILURE = 11_200;

/** Says, plays and waits, in order; each takes its real time. */
export async function playPrompts(run: Run, prompts: readonly Prompt[], signal: AbortSignal): Promise<void> {
  for (const prompt of prompts) {
    note(run.network, run.leg, 'verb', prompt.verb, prompt);
    if (prompt.verb === 'Pause') await pause(run.network, prompt.seconds * 1000, signal);
    else await repeat(run, prompt, signal);
  }
}

async function repeat(
  run: Run,
  prompt: Exclude<Prompt, { verb: 'Pause' }>,
  signal: AbortSignal,
): Promise<void> {
  for (let turn = 0; turn < prompt.loop; turn += 1) {
    if (prompt.verb === 'Say') await speak(run, prompt.text, signal);
    else if (prompt.digits !== null) await playDigits(run, prompt.digits, signal);
    else if (prompt.url !== null) {
      await playFile(run, resolveUrl(run, prompt.url), signal);
    }
    await pause(run.network, BETWEEN_REPEATS_MS, signal);
  }
}

/** Plays a file for as long as it lasts; one that cannot be had is noted and passed over. */
async function playFile(run: Run, url: string, signal: AbortSignal): Promise<void> {
  const { network, leg } = run;
  const headers = { 'X-Twilio-Signature': webhookSignature(network.account.authToken, url, {}) };
  const audio = await network.audio(url, headers);
  signal.throwIfAborted();
  if (audio === null)
    return note(network, leg, 'error', `${HTTP_RETRIEVAL_FAILURE} The audio cannot be had`, { url });
  leg.tell({ type: 'heard', kind: 'play', text: audio.caption ?? url });
  await pause(network, audio.ms, signal);
}

/** Speaks a text at the speed of speech; the caption comes as the voice begins. */
export async function speak(run: Run, text: string, signal: AbortSignal): Promise<void> {
  if (text === '') return;
  run.leg.tell({ type: 'heard', kind: 'say', text });
  await pause(run.network, speechMs(run, text), signal);
}

export function speechMs(run: Pick<Run, 'network'>, text: string): number {
  return (text.length / run.network.settings.current().speechCharactersPerSecond) * 1000;
}

/** Sends keys down the line; `w` waits half a second and `W` a whole one. */
export async function playDigits(
  run: Pick<Run, 'network' | 'leg'>,
  digits: string,
  signal: AbortSignal,
): Promise<void> {
  const keys = digits.replace(/w/gi, '');
  if (keys !== '') run.leg.tell({ type: 'heard', kind: 'play', text: `keys ${keys}` });
  for (const key of digits) {
    const ms = key === 'w' ? 500 : key === 'W' ? 1000 : KEY_TONE_MS;
    await pause(run.network, ms, signal);
  }
}
