import { randomUUIDv7 } from 'node:crypto';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { Purpose } from '../../consent/rules/contact-request.ts';
import type { Channel } from '../rules/message-order.ts';
import type { TemplateTexts } from '../rules/template-texts.ts';
import type { TemplateAbout } from '../rules/template-variables.ts';
import { insertStepTexts } from './step-texts.store.ts';

type ByLanguage = { en?: string | undefined; de?: string | undefined };

/** What a step of a workflow says itself. */
export type StepText = {
  step: string;
  channel: Channel;
  purpose: Purpose;
  about: TemplateAbout;
  text: ByLanguage;
  subject?: ByLanguage | undefined;
};

const textsOf = ({ text, subject }: StepText): TemplateTexts => {
  const written = (['en', 'de'] as const).flatMap((language) => {
    const body = text[language];
    return body === undefined ? [] : [[language, { body, subject: subject?.[language] ?? null }] as const];
  });
  return Object.fromEntries(written);
};

/**
 * Keeps the texts that stand in the steps of a workflow, so that messages are written from them when they leave. They belong
 * to that version of the workflow and never change: nobody meets them in the list of templates.
 * @param name of the workflow and its version
 * @returns the template of each step
 */
export const keepStepTexts = async (
  trx: ClinicTransaction,
  name: string,
  steps: readonly StepText[],
  userId: string,
  now: Temporal.Instant,
): Promise<Record<string, string>> => {
  const rows = steps.map((step) => ({
    id: randomUUIDv7(),
    step: step.step,
    name: `${name} · ${step.step}`,
    channel: step.channel,
    purpose: step.purpose,
    about: step.about,
    texts: textsOf(step),
  }));
  if (rows.length > 0) await insertStepTexts(trx, rows, userId, now);
  return Object.fromEntries(rows.map(({ step, id }) => [step, id]));
};
