import type { Config } from './config.ts';
import type { SandboxEndpoint } from './platform/service-endpoints.ts';
import type { Carrier } from './ports/carrier/carrier.port.ts';
import { createTwilioCarrier } from './ports/carrier/twilio/twilio-carrier.ts';
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

export type Adapters = { carrier: Carrier; email: Email; transcription: Transcription; speech: Speech };

/** The settings that are needed are there: `readConfig` refuses to start without them. */
const carrierOf = (config: Config, sandbox: SandboxEndpoint | null): Carrier => {
  if (sandbox !== null) return createTwilioCarrier({ ...sandbox, apiKey: null });
  const { TWILIO_API_KEY_SID: sid, TWILIO_API_KEY_SECRET: secret } = config;
  return createTwilioCarrier({
    accountSid: config.TWILIO_ACCOUNT_SID!,
    authToken: config.TWILIO_AUTH_TOKEN!,
    apiKey: sid === undefined || secret === undefined ? null : { sid, secret },
    baseUrl: null,
  });
};

const transcriptionOf = (config: Config, carrier: Carrier): Transcription => {
  switch (config.TRANSCRIPTION) {
    case 'carrier':
      return createCarrierTranscription(carrier);
    case 'openai':
      return createOpenAiTranscription({
        baseUrl: config.TRANSCRIPTION_URL,
        apiKey: config.TRANSCRIPTION_API_KEY ?? null,
        model: config.TRANSCRIPTION_MODEL,
      });
    case 'elevenlabs':
      return createElevenLabsTranscription({
        apiKey: config.ELEVENLABS_API_KEY!,
        baseUrl: config.ELEVENLABS_URL,
      });
    case 'none':
      return noTranscription;
  }
};

const speechOf = (config: Config): Speech => {
  if (config.SPEECH === 'none') return noSpeech;
  const { SPEECH_VOICE_EN: en, SPEECH_VOICE_DE: de } = config;
  return createElevenLabsSpeech({
    apiKey: config.ELEVENLABS_API_KEY!,
    baseUrl: config.ELEVENLABS_URL,
    voices: { ...(en === undefined ? {} : { en }), ...(de === undefined ? {} : { de }) },
  });
};

/** The adapter behind each port, by the settings. With neither SMTP_URL nor the sandbox, mail goes to a server on this machine. */
export const chooseAdapters = (config: Config, sandbox: SandboxEndpoint | null): Adapters => {
  const carrier = carrierOf(config, sandbox);
  return {
    carrier,
    email: createSmtpEmail({
      url: config.SMTP_URL ?? sandbox?.smtpUrl ?? 'smtp://127.0.0.1:25',
      from: config.MAIL_FROM,
    }),
    transcription: transcriptionOf(config, carrier),
    speech: speechOf(config),
  };
};
