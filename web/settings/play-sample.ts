import type { SettingsInput } from '../../src/settings/rules/settings-input.ts';
import { readProblem, unreachable } from '../platform/problem.ts';
import { installationPath } from './installation.query.ts';

interface Sample {
  settings: SettingsInput['speech'];
  language: 'en' | 'de';
  text: string;
}

/** Speaks a sentence in the chosen voice as callers would hear it. Resolves when it begins. */
export const playSample = async (sample: Sample): Promise<void> => {
  const answer = await fetch(installationPath('/speech/sample'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sample),
  }).catch(() => {
    throw unreachable();
  });
  if (!answer.ok) throw await readProblem(answer);
  const address = URL.createObjectURL(await answer.blob());
  const audio = new Audio(address);
  audio.addEventListener('ended', () => URL.revokeObjectURL(address));
  await audio.play();
};
