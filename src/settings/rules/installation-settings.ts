import { z } from 'zod';

/** The sections of what belongs to the whole installation. */
export const sectionNames = ['carrier', 'mail', 'speech', 'transcription'] as const;
export type SectionName = (typeof sectionNames)[number];

const secret = z.string().min(1).max(500);
const httpAddress = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .max(300)
  .transform((address) => address.replace(/\/+$/, ''));

export const carrierSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sandbox') }),
  z.object({
    kind: z.literal('twilio'),
    accountSid: z.string().regex(/^AC[0-9a-f]{32}$/, 'must be AC and 32 hex digits'),
    authToken: secret,
    apiKeySid: z
      .string()
      .regex(/^SK[0-9a-f]{32}$/, 'must be SK and 32 hex digits')
      .nullable(),
    apiKeySecret: secret.nullable(),
  }),
]);

export const mailSecurities = ['tls', 'starttls', 'none'] as const;
export const mailSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('default') }),
  z.object({
    kind: z.literal('smtp'),
    host: z
      .string()
      .trim()
      .min(1)
      .max(253)
      .regex(/^[A-Za-z0-9._:-]+$/, 'must be a host name or an address'),
    port: z.number().int().min(1).max(65_535),
    security: z.enum(mailSecurities),
    user: z.string().max(200).nullable(),
    password: secret.nullable(),
    from: z
      .string()
      .trim()
      .min(3)
      .max(200)
      .regex(/^[^\r\n]*@[^\r\n]*$/, 'must hold an e-mail address'),
  }),
]);

export const transcriptionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('carrier') }),
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('openai'),
    url: httpAddress,
    model: z.string().trim().min(1).max(100),
    apiKey: secret.nullable(),
  }),
  z.object({ kind: z.literal('elevenlabs'), apiKey: secret.nullable().describe('null: the environment’s') }),
]);

const voice = z.string().trim().min(1).max(100).nullable();
export const speechSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('elevenlabs'),
    apiKey: secret.nullable().describe('null: the environment’s'),
    voices: z.object({ en: voice, de: voice }),
  }),
]);

export const sectionSchemas = {
  carrier: carrierSchema,
  mail: mailSchema,
  speech: speechSchema,
  transcription: transcriptionSchema,
};
export type InstallationSettings = {
  [Name in SectionName]: z.infer<(typeof sectionSchemas)[Name]>;
};

/** What holds where neither the environment nor anybody in the portal has said otherwise. */
const defaultSettings: InstallationSettings = {
  carrier: { kind: 'sandbox' },
  mail: { kind: 'default' },
  speech: { kind: 'none' },
  transcription: { kind: 'carrier' },
};

/** What the environment decides, with the names of the variables that say so. Those sections cannot be changed elsewhere. */
export type EnvironmentSettings = {
  [Name in SectionName]?: { value: InstallationSettings[Name]; variables: string[] };
};

/** The environment wins over the portal, the portal over the default. */
export const settingsInForce = (
  environment: EnvironmentSettings,
  stored: Partial<InstallationSettings>,
): InstallationSettings => {
  const pick = <Name extends SectionName>(name: Name): InstallationSettings[Name] =>
    environment[name]?.value ?? stored[name] ?? defaultSettings[name];
  return {
    carrier: pick('carrier'),
    mail: pick('mail'),
    speech: pick('speech'),
    transcription: pick('transcription'),
  };
};
