import { z } from 'zod';
import {
  carrierSchema,
  mailSchema,
  sectionSchemas,
  speechSchema,
  transcriptionSchema,
  type InstallationSettings,
  type SectionName,
} from './installation-settings.ts';

const kept = 'left out: as it is now, for the same account or server';
const [sandbox, twilio] = carrierSchema.options;
const [defaultMail, smtp] = mailSchema.options;
const [byCarrier, nobody, openai, elevenLabs] = transcriptionSchema.options;
const [silent, speaking] = speechSchema.options;

/** What a person sends: a secret that is left out stays as it is. Nobody is ever shown one. */
export const inputSchemas = {
  carrier: z.discriminatedUnion('kind', [
    sandbox,
    twilio.extend({
      authToken: twilio.shape.authToken.optional().describe(kept),
      apiKeySecret: twilio.shape.apiKeySecret.optional().describe(kept),
    }),
  ]),
  mail: z.discriminatedUnion('kind', [
    defaultMail,
    smtp.extend({ password: smtp.shape.password.optional().describe(kept) }),
  ]),
  transcription: z.discriminatedUnion('kind', [
    byCarrier,
    nobody,
    openai.extend({ apiKey: openai.shape.apiKey.optional().describe(kept) }),
    elevenLabs.extend({ apiKey: elevenLabs.shape.apiKey.optional().describe(kept) }),
  ]),
  speech: z.discriminatedUnion('kind', [
    silent,
    speaking.extend({ apiKey: speaking.shape.apiKey.optional().describe(kept) }),
  ]),
};
export type SettingsInput = { [Name in SectionName]: z.infer<(typeof inputSchemas)[Name]> };

/** Whom a secret is for: it is never sent to another account or server than the one it was typed for. */
const targets: Record<string, readonly string[]> = {
  authToken: ['accountSid'],
  apiKeySecret: ['apiKeySid'],
  password: ['host', 'port', 'user'],
  apiKey: ['url'],
};

/**
 * The settings that are meant: what was sent, with the secrets of `current` where they were left out.
 * @returns the name of a secret that has to be typed (again)
 */
export const completeInput = <Name extends SectionName>(
  name: Name,
  input: SettingsInput[Name],
  current: InstallationSettings[Name],
): { value: InstallationSettings[Name] } | { missing: string } => {
  const given = input as Record<string, unknown>;
  const before: Record<string, unknown> = current.kind === input.kind ? current : {};
  const shape = sectionSchemas[name].options.find((option) => option.shape.kind.value === input.kind)!.shape;
  const complete: Record<string, unknown> = { ...given };
  for (const [field, target] of Object.entries(targets)) {
    if (!(field in shape) || given[field] !== undefined) continue;
    const had = typeof before[field] === 'string';
    if (had ? target.some((part) => given[part] !== before[part]) : field === 'authToken')
      return { missing: field };
    complete[field] = before[field] ?? null;
  }
  return { value: sectionSchemas[name].parse(complete) as InstallationSettings[Name] };
};
