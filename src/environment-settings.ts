import type { Config } from './config.ts';
import type { EnvironmentSettings, InstallationSettings } from './settings/rules/installation-settings.ts';

const carrierOf = (config: Config): InstallationSettings['carrier'] =>
  config.CARRIER === 'sandbox'
    ? { kind: 'sandbox' }
    : {
        kind: 'twilio',
        // They are there: `readConfig` refuses CARRIER=twilio without them.
        accountSid: config.TWILIO_ACCOUNT_SID!,
        authToken: config.TWILIO_AUTH_TOKEN!,
        apiKeySid: config.TWILIO_API_KEY_SID ?? null,
        apiKeySecret: config.TWILIO_API_KEY_SECRET ?? null,
      };

/** The same server in fields; the adapter puts them together again. */
const mailOf = (address: string, from: string): InstallationSettings['mail'] => {
  const url = new URL(address);
  const starttls = url.searchParams.get('requireTLS') === 'true';
  const security = url.protocol === 'smtps:' ? 'tls' : starttls ? 'starttls' : 'none';
  return {
    kind: 'smtp',
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (security === 'tls' ? 465 : 587) : Number(url.port),
    security,
    user: url.username === '' ? null : decodeURIComponent(url.username),
    password: url.password === '' ? null : decodeURIComponent(url.password),
    from,
  };
};

const transcriptionOf = (config: Config): InstallationSettings['transcription'] => {
  switch (config.TRANSCRIPTION) {
    case 'openai':
      return {
        kind: 'openai',
        url: config.TRANSCRIPTION_URL,
        model: config.TRANSCRIPTION_MODEL,
        apiKey: config.TRANSCRIPTION_API_KEY ?? null,
      };
    case 'elevenlabs':
      return { kind: 'elevenlabs', apiKey: null };
    default:
      return { kind: config.TRANSCRIPTION };
  }
};

const speechOf = (config: Config): InstallationSettings['speech'] =>
  config.SPEECH === 'none'
    ? { kind: 'none' }
    : {
        kind: 'elevenlabs',
        apiKey: null,
        voices: { en: config.SPEECH_VOICE_EN ?? null, de: config.SPEECH_VOICE_DE ?? null },
      };

/** The sections that the environment decides: each has one variable that says so, and others that belong to it. */
export const environmentSettings = (config: Config): EnvironmentSettings => {
  const given = (...names: string[]) => names.filter((name) => config.given.has(name));
  const twilio = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_API_KEY_SID', 'TWILIO_API_KEY_SECRET'];
  const transcription = ['TRANSCRIPTION_URL', 'TRANSCRIPTION_API_KEY', 'TRANSCRIPTION_MODEL'];
  const { SMTP_URL: smtp, MAIL_FROM: from } = config;
  return {
    ...(config.given.has('CARRIER') && {
      carrier: { value: carrierOf(config), variables: given('CARRIER', ...twilio) },
    }),
    ...(smtp !== undefined && {
      mail: { value: mailOf(smtp, from), variables: given('SMTP_URL', 'MAIL_FROM') },
    }),
    ...(config.given.has('TRANSCRIPTION') && {
      transcription: { value: transcriptionOf(config), variables: given('TRANSCRIPTION', ...transcription) },
    }),
    ...(config.given.has('SPEECH') && {
      speech: { value: speechOf(config), variables: given('SPEECH', 'SPEECH_VOICE_EN', 'SPEECH_VOICE_DE') },
    }),
  };
};
