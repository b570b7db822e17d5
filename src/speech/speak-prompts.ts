import type { ClinicTransaction } from '../platform/database/database.ts';
import type { Log } from '../platform/log.ts';
import type { Secrets } from '../platform/secrets.ts';
import type { VoiceStep } from '../ports/carrier/voice-steps.ts';
import { renderSpeech, speechKey, type SpeechDependencies } from './render-speech.ts';
import { saysIn, withSound, type Say } from './rules/spoken-steps.ts';
import { selectReady } from './speech-audio.store.ts';
import { speechHook } from './speech-link.ts';

type Dependencies = SpeechDependencies & { secrets: Pick<Secrets, 'sign'>; log: Log };
export type SpeakPrompts = (trx: ClinicTransaction, steps: VoiceStep[]) => Promise<VoiceStep[]>;

/** More prompts than a large clinic has; then the memory begins anew. */
const mostRemembered = 10_000;
const atOnce = 2;
const longestQueue = 500;

/** Work beside the calls: prompts to be spoken for the next caller, few at once, each one only once. */
const createQueue = (work: (clinicId: string, say: Say) => Promise<void>) => {
  const waiting = new Map<string, { clinicId: string; say: Say }>();
  const running = new Set<string>();
  const next = (): void => {
    for (const [id, { clinicId, say }] of waiting) {
      if (running.size >= atOnce) return;
      waiting.delete(id);
      running.add(id);
      void work(clinicId, say).finally(() => {
        running.delete(id);
        next();
      });
    }
  };
  return (id: string, clinicId: string, say: Say): void => {
    if (running.has(id) || waiting.size >= longestQueue) return;
    waiting.set(id, { clinicId, say });
    next();
  };
};

/**
 * Has prompts played that the speech service has spoken already. A caller never waits for it: what is not ready is
 * said by the carrier's own voice, and spoken in the background for the next caller.
 */
export const createSpeakPrompts = (deps: Dependencies): SpeakPrompts => {
  /** what is ready, and the day on which the database last said so: what nobody uses is removed some day */
  const ready = new Map<string, string>();
  const remember = (id: string): void => {
    if (ready.size >= mostRemembered) ready.clear();
    ready.set(id, deps.clock.now().toString().slice(0, 10));
  };
  const prepare = createQueue(async (clinicId, say) => {
    const rendered = await renderSpeech(deps, clinicId, say).catch(() => null);
    if (rendered?.outcome === 'audio') remember(`${clinicId}:${rendered.key}`);
    else if (rendered?.outcome === 'failed')
      deps.log.warn({ failure: rendered.failure }, 'prompt not spoken');
  });

  return async (trx, steps) => {
    if (deps.speech.name === 'none') return steps;
    const { clinicId } = trx;
    const today = deps.clock.now().toString().slice(0, 10);
    const says = saysIn(steps).map((say) => ({ say, key: speechKey(deps.speech, say) }));
    const spoken = says.flatMap(({ say, key }) =>
      key === null ? [] : [{ say, key, id: `${clinicId}:${key}` }],
    );
    const unsure = spoken.filter(({ id }) => ready.get(id) !== today);
    if (unsure.length > 0) {
      const there = new Set(await selectReady(trx, [...new Set(unsure.map(({ key }) => key))]));
      for (const { say, key, id } of unsure) {
        if (there.has(key)) remember(id);
        else prepare(id, clinicId, say);
      }
    }
    return withSound(steps, (say) => {
      const found = spoken.find((each) => each.say === say);
      return found !== undefined && ready.get(found.id) === today
        ? speechHook(deps.secrets, clinicId, found.key)
        : null;
    });
  };
};
