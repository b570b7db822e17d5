import type { Hook, Prompt, VoiceStep } from '../../ports/carrier/voice-steps.ts';

export type Say = Extract<Prompt, { do: 'say' }>;

/** Everything that is said in these steps, also before keys are pressed. */
export const saysIn = (steps: readonly VoiceStep[]): Say[] =>
  steps.flatMap((step) => {
    if (step.do === 'say') return [step];
    return step.do === 'gather' ? step.prompts.filter((prompt) => prompt.do === 'say') : [];
  });

/** The same steps with sound where there is some. @param soundOf null: this is left to the carrier's own voice */
export const withSound = (steps: readonly VoiceStep[], soundOf: (say: Say) => Hook | null): VoiceStep[] => {
  const replaced = (prompt: Prompt): Prompt => {
    const hook = prompt.do === 'say' ? soundOf(prompt) : null;
    return hook === null ? prompt : { do: 'play', hook, loop: 1 };
  };
  return steps.map((step) => {
    if (step.do === 'say') return replaced(step);
    return step.do === 'gather' ? { ...step, prompts: step.prompts.map(replaced) } : step;
  });
};
