import type { Config } from './config.ts';
import type { SandboxEndpoint } from './platform/service-endpoints.ts';
import type { Carrier } from './ports/carrier/carrier.port.ts';
import { createTwilioCarrier } from './ports/carrier/twilio/twilio-carrier.ts';
import type { TwilioAccount } from './ports/carrier/twilio/twilio-client.ts';
import type { Email } from './ports/email/email.port.ts';
import { createSmtpEmail } from './ports/email/smtp/smtp-email.ts';
import { createElevenLabsSpeech } from './ports/speech/elevenlabs/elevenlabs-speech.ts';
import { noSpeech } from './ports/speech/none/no-speech.ts';
import type { Speech } from './ports/speech/speech.port.ts';
import { createCarrierTranscription } from './ports/transcription/carrier/carrier-transcription.ts';
import { createElevenLabsTranscription } from './ports/transcription/elevenlabs/elevenlabs-transcription.ts';
import { noTranscription } from './ports/transcription/none/no-transcription.ts';
import { createOpenAiTranscription } from './ports/transcription/openai-compatible/openai-transcription.ts';
import type { Transcription } from './ports/transcription/transcription.port.ts';
import type { InstallationSettings } from './settings/rules/installation-settings.ts';

export type Adapters = { carrier: Carrier; email: Email; transcription: Transcription; speech: Speech };
/** What adapters need besides the settings of the portal. */
export type AdapterSurroundings = { config: Config; sandbox: SandboxEndpoint | null };
type Settings = InstallationSettings;

/** @returns null: the sandbox is chosen, but none is known in this installation */
export const accountOf = (
  carrier: Settings['carrier'],
  { config, sandbox }: AdapterSurroundings,
): TwilioAccount | null => {
  if (carrier.kind === 'sandbox') return sandbox && { ...sandbox, apiKey: null, isSandbox: true };
  const { accountSid, authToken, apiKeySid: sid, apiKeySecret: secret } = carrier;
  const apiKey = sid === null || secret === null ? null : { sid, secret };
  return { accountSid, authToken, apiKey, baseUrl: config.TWILIO_API_URL ?? null };
};

/** Nobody listens there: every request is refused at once, as by a carrier that does not answer. */
const nowhere: TwilioAccount = {
  accountSid: `AC${'0'.repeat(32)}`,
  authToken: 'none',
  apiKey: null,
  baseUrl: 'http://127.0.0.1:9',
  isSandbox: true,
};

export const carrierOf = (carrier: Settings['carrier'], surroundings: AdapterSurroundings): Carrier =>
  createTwilioCarrier(accountOf(carrier, surroundings) ?? nowhere);

/** Without a server of its own, mail goes to the sandbox's mailboxes, or to a server on this machine. */
export const smtpOf = (
  { mail, carrier }: Pick<Settings, 'mail' | 'carrier'>,
  { config, sandbox }: AdapterSurroundings,
): { url: string; from: string } => {
  if (mail.kind === 'default') {
    const mailboxes = carrier.kind === 'sandbox' ? sandbox?.smtpUrl : undefined;
    return { url: mailboxes ?? 'smtp://127.0.0.1:25', from: config.MAIL_FROM };
  }
  const { host, port, security, user, password, from } = mail;
  const login = user === null ? '' : `${encodeURIComponent(user)}:${encodeURIComponent(password ?? '')}@`;
  const address = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const url = security === 'tls' ? `smtps://${login}${address}` : `smtp://${login}${address}`;
  return { url: security === 'starttls' ? `${url}?requireTLS=true` : url, from };
};

export const transcriptionOf = (
  transcription: Settings['transcription'],
  carrier: Carrier,
  { config }: AdapterSurroundings,
): Transcription => {
  switch (transcription.kind) {
    case 'carrier':
      return createCarrierTranscription(carrier);
    case 'openai': {
      const { url: baseUrl, apiKey, model } = transcription;
      return createOpenAiTranscription({ baseUrl, apiKey, model });
    }
    case 'elevenlabs':
      return createElevenLabsTranscription({
        apiKey: config.ELEVENLABS_API_KEY ?? transcription.apiKey ?? '',
        baseUrl: config.ELEVENLABS_URL,
      });
    case 'none':
      return noTranscription;
  }
};

export const speechOf = (speech: Settings['speech'], { config }: AdapterSurroundings): Speech => {
  if (speech.kind === 'none') return noSpeech;
  const { en, de } = speech.voices;
  return createElevenLabsSpeech({
    apiKey: config.ELEVENLABS_API_KEY ?? speech.apiKey ?? '',
    baseUrl: config.ELEVENLABS_URL,
    voices: { ...(en === null ? {} : { en }), ...(de === null ? {} : { de }) },
  });
};

/** The adapter behind each port, by the settings in force. */
export const chooseAdapters = (settings: Settings, surroundings: AdapterSurroundings): Adapters => {
  const carrier = carrierOf(settings.carrier, surroundings);
  return {
    carrier,
    email: createSmtpEmail(smtpOf(settings, surroundings)),
    transcription: transcriptionOf(settings.transcription, carrier, surroundings),
    speech: speechOf(settings.speech, surroundings),
  };
};
