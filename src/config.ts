import path from 'node:path';
import { z } from 'zod';
import { StartFailure } from './platform/start-failure.ts';

const flag = z.enum(['true', 'false', '1', '0']).transform((v) => v === 'true' || v === '1');
const portRange = 'must be a port from 0 to 65535';
const port = z.coerce.number(portRange).int(portRange).min(0, portRange).max(65_535, portRange);
const url = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .transform((v) => v.replace(/\/+$/, ''));

/** Every setting there is. The README's table is checked against this list. */
export const settings = {
  PORT: port
    .default(3000)
    .describe('Port of the portal, the API and the carrier webhooks. 0 takes a free one.'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on.'),
  DATA_DIR: z
    .string()
    .default('./data')
    .describe('Folder for the embedded database, keys and the sandbox carrier.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must look like postgres://user:password@host:5432/name' })
    .optional()
    .describe('A PostgreSQL server (15 or newer) to use instead of the embedded one.'),
  PUBLIC_URL: url
    .optional()
    .describe(
      'Address under which the carrier and the browsers reach this server. Default: http://HOST:PORT.',
    ),
  CARRIER: z
    .enum(['sandbox', 'twilio'])
    .default('sandbox')
    .describe('Who carries the calls: `sandbox` or `twilio`.'),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/, 'must be AC and 32 hex digits')
    .optional()
    .describe('Twilio account SID.'),
  TWILIO_AUTH_TOKEN: z.string().optional().describe('Twilio auth token. Also checks the webhook signatures.'),
  TWILIO_API_KEY_SID: z
    .string()
    .regex(/^SK[0-9a-f]{32}$/, 'must be SK and 32 hex digits')
    .optional()
    .describe('Twilio API key for the softphone tokens.'),
  TWILIO_API_KEY_SECRET: z.string().optional().describe('Secret of that API key.'),
  TWILIO_API_URL: url
    .optional()
    .describe('Another address of Twilio’s API: a region’s, or a server for trials. Default: Twilio’s own.'),
  DEMO: z
    .enum(['true', 'false', '1', '0', 'people'])
    .optional()
    .describe(
      'Fill an empty database with two demo clinics and what has happened there; `people`: without calls, messages and workflows. Default: `true` with the sandbox carrier, else `false`.',
    ),
  SANDBOX_PORT: port
    .optional()
    .describe('Port of the sandbox carrier and the telephones page. Default: PORT + 1.'),
  SANDBOX_EXPOSED: flag
    .default(false)
    .describe('Serve the telephones page and its API on an address other than loopback.'),
  PRIVATE_WEBHOOKS: flag
    .default(true)
    .describe(
      'Whether webhooks may go to addresses in this server’s own network, where practice systems often stand. `false` where clinics do not know each other. Link-local addresses are never sent to.',
    ),
  ENCRYPTION_KEY: z
    .string()
    .optional()
    .describe(
      '32 bytes in base64: encrypts recordings and the like. Default: made at first start in DATA_DIR/encryption.key.',
    ),
  ENCRYPTION_KEYS_FORMER: z
    .string()
    .optional()
    .describe(
      'While ENCRYPTION_KEY is being changed: the keys before it, with commas between, that some of the database still opens with.',
    ),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe(
      'Mail server, smtp:// or smtps://user:password@host:port. Default with the sandbox: its mailboxes.',
    ),
  MAIL_FROM: z.string().default('Frontdesk <frontdesk@localhost>').describe('Sender of e-mails.'),
  TRANSCRIPTION: z
    .enum(['carrier', 'openai', 'elevenlabs', 'none'])
    .default('carrier')
    .describe(
      'Who writes voicemails down: `carrier` (sandbox: the typed words), `openai` (any OpenAI-compatible server), `elevenlabs`, `none`.',
    ),
  TRANSCRIPTION_URL: url
    .default('https://api.openai.com/v1')
    .describe('Base address of the OpenAI-compatible server.'),
  TRANSCRIPTION_API_KEY: z.string().optional().describe('Key for that server.'),
  TRANSCRIPTION_MODEL: z.string().default('whisper-1').describe('Model for transcription.'),
  SPEECH: z
    .enum(['elevenlabs', 'none'])
    .default('none')
    .describe('Who speaks the prompts: `elevenlabs`, or `none` (the carrier’s own voice).'),
  SPEECH_VOICE_EN: z.string().max(100).optional().describe('Id of the voice for English.'),
  SPEECH_VOICE_DE: z.string().max(100).optional().describe('Id of the voice for German.'),
  ELEVENLABS_API_KEY: z.string().optional().describe('ElevenLabs key (transcription and speech).'),
  ELEVENLABS_URL: url
    .default('https://api.elevenlabs.io')
    .describe('ElevenLabs’ address; `https://api.eu.residency.elevenlabs.io` keeps data in the EU.'),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must have 16 characters or more')
    .optional()
    .describe(
      'Who asks for `/metrics` must send it as a bearer token. Without it, only this machine may ask.',
    ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('warn')
    .describe('How much is logged to stderr.'),
};

const schema = z.object(settings).superRefine((value, context) => {
  const need = (name: keyof typeof settings, when: string) => {
    if (value[name] === undefined)
      context.addIssue({ code: 'custom', path: [name], message: `is needed when ${when}` });
  };
  if (value.CARRIER === 'twilio') {
    need('TWILIO_ACCOUNT_SID', 'CARRIER=twilio');
    need('TWILIO_AUTH_TOKEN', 'CARRIER=twilio');
    need('PUBLIC_URL', 'CARRIER=twilio, because Twilio must reach this server');
  }
  if (value.ENCRYPTION_KEYS_FORMER !== undefined) need('ENCRYPTION_KEY', 'ENCRYPTION_KEYS_FORMER is set');
  if (value.SPEECH === 'elevenlabs') need('ELEVENLABS_API_KEY', 'SPEECH=elevenlabs');
  if (value.TRANSCRIPTION === 'elevenlabs') need('ELEVENLABS_API_KEY', 'TRANSCRIPTION=elevenlabs');
});

const demoOf = (
  asked: 'true' | 'false' | '1' | '0' | 'people' | undefined,
  carrier: 'sandbox' | 'twilio',
): 'full' | 'people' | 'none' => {
  if (asked === 'people') return 'people';
  const wanted = asked === undefined ? carrier === 'sandbox' : asked === 'true' || asked === '1';
  return wanted ? 'full' : 'none';
};

export type Config = ReturnType<typeof readConfig>;

/**
 * The one reader of the environment. An empty value counts as not set, as most process managers mean it.
 * @throws StartFailure naming every bad setting and what it must be; values are not repeated, they may be secret.
 */
export const readConfig = (environment: Record<string, string | undefined>) => {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new StartFailure(
      `Bad setting: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}.`,
    );
  }
  const value = parsed.data;
  return Object.freeze({
    ...value,
    /** names of the variables that were set, empty ones left out */
    given: new Set(Object.keys(given)),
    DATA_DIR: path.resolve(value.DATA_DIR),
    DEMO: demoOf(value.DEMO, value.CARRIER),
    SANDBOX_PORT: value.SANDBOX_PORT ?? (value.PORT === 0 ? 0 : value.PORT + 1),
  });
};
