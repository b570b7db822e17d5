import { z } from 'zod';
import type { InstallationSettings } from './installation-settings.ts';
import { mailSecurities } from './installation-settings.ts';

const section = {
  setBy: z.enum(['environment', 'portal', 'default']),
  variables: z
    .array(z.string())
    .describe('environment variables that decide this section; it cannot be changed here then'),
  changedAt: z.iso.datetime().nullable(),
  changedBy: z.string().nullable().describe('name of the person'),
};
const has = z.boolean().describe('whether there is one; it is never shown');

const carrierViewSchema = z.object({
  ...section,
  kind: z.enum(['sandbox', 'twilio']),
  accountSid: z.string().nullable(),
  hasAuthToken: has,
  apiKeySid: z.string().nullable(),
  hasApiKeySecret: has,
  publicUrl: z.string().describe('where the carrier reaches this installation'),
  sandboxAvailable: z.boolean(),
  runningCalls: z.number().int().describe('while calls run the carrier cannot be changed'),
});
const mailViewSchema = z.object({
  ...section,
  kind: z.enum(['default', 'smtp']),
  sandbox: z
    .boolean()
    .describe('default: mail goes into the sandbox’s mailboxes, else to a server on this machine'),
  host: z.string().nullable(),
  port: z.number().int().nullable(),
  security: z.enum(mailSecurities).nullable(),
  user: z.string().nullable(),
  hasPassword: has,
  from: z.string(),
});
const transcriptionViewSchema = z.object({
  ...section,
  kind: z.enum(['carrier', 'none', 'openai', 'elevenlabs']),
  url: z.string().nullable(),
  model: z.string().nullable(),
  hasApiKey: has,
});
const speechViewSchema = z.object({
  ...section,
  kind: z.enum(['none', 'elevenlabs']),
  hasApiKey: has,
  voices: z.object({ en: z.string().nullable(), de: z.string().nullable() }),
});
/** `GET /api/v1/installation/settings` */
export const installationViewSchema = z.object({
  carrier: carrierViewSchema,
  mail: mailViewSchema,
  transcription: transcriptionViewSchema,
  speech: speechViewSchema,
});
export type InstallationView = z.infer<typeof installationViewSchema>;

type Shown<Name extends keyof InstallationView> = Omit<InstallationView[Name], keyof typeof section>;

/** The settings without their secrets. */
export const carrierFacts = (
  carrier: InstallationSettings['carrier'],
): Pick<Shown<'carrier'>, 'kind' | 'accountSid' | 'hasAuthToken' | 'apiKeySid' | 'hasApiKeySecret'> => {
  if (carrier.kind === 'sandbox')
    return {
      kind: 'sandbox',
      accountSid: null,
      hasAuthToken: false,
      apiKeySid: null,
      hasApiKeySecret: false,
    };
  const { kind, accountSid, apiKeySid, apiKeySecret } = carrier;
  return { kind, accountSid, hasAuthToken: true, apiKeySid, hasApiKeySecret: apiKeySecret !== null };
};

export const mailFacts = (
  mail: InstallationSettings['mail'],
  standard: { from: string; sandbox: boolean },
): Shown<'mail'> => {
  const { from, sandbox } = standard;
  if (mail.kind === 'default')
    return {
      kind: 'default',
      sandbox,
      host: null,
      port: null,
      security: null,
      user: null,
      hasPassword: false,
      from,
    };
  const { password, ...shown } = mail;
  return { ...shown, sandbox, hasPassword: password !== null };
};

export const transcriptionFacts = (
  transcription: InstallationSettings['transcription'],
  environmentKey: boolean,
): Shown<'transcription'> => {
  const { kind } = transcription;
  if (kind === 'openai') {
    const { url, model, apiKey } = transcription;
    return { kind, url, model, hasApiKey: apiKey !== null };
  }
  const hasApiKey = kind === 'elevenlabs' && (transcription.apiKey !== null || environmentKey);
  return { kind, url: null, model: null, hasApiKey };
};

export const speechFacts = (
  speech: InstallationSettings['speech'],
  environmentKey: boolean,
): Shown<'speech'> =>
  speech.kind === 'none'
    ? { kind: 'none', hasApiKey: false, voices: { en: null, de: null } }
    : { kind: speech.kind, hasApiKey: speech.apiKey !== null || environmentKey, voices: speech.voices };
