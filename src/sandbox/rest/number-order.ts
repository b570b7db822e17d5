import type { NumberRecord } from '../records/number-record.ts';
import type { Form } from './form.ts';

const INVALID_METHOD = 21403;
const INVALID_URL = 21402;

type Configuration = Omit<NumberRecord, 'sid' | 'phoneNumber' | 'friendlyName' | 'createdAt' | 'updatedAt'>;

export const UNCONFIGURED: Configuration = {
  voiceUrl: null,
  voiceMethod: 'POST',
  voiceFallbackUrl: null,
  voiceFallbackMethod: 'POST',
  statusCallback: null,
  statusCallbackMethod: 'POST',
  smsUrl: null,
  smsMethod: 'POST',
  smsFallbackUrl: null,
  smsFallbackMethod: 'POST',
};

/** The settings of a number after a form: what the form does not name stays; an empty address takes it away. */
export function configure(form: Form, before: Configuration): Configuration {
  const url = (name: string, kept: string | null) => (form.has(name) ? form.url(name, INVALID_URL) : kept);
  const method = (name: string, kept: 'GET' | 'POST') => form.method(name, kept, INVALID_METHOD);
  return {
    voiceUrl: url('VoiceUrl', before.voiceUrl),
    voiceMethod: method('VoiceMethod', before.voiceMethod),
    voiceFallbackUrl: url('VoiceFallbackUrl', before.voiceFallbackUrl),
    voiceFallbackMethod: method('VoiceFallbackMethod', before.voiceFallbackMethod),
    statusCallback: url('StatusCallback', before.statusCallback),
    statusCallbackMethod: method('StatusCallbackMethod', before.statusCallbackMethod),
    smsUrl: url('SmsUrl', before.smsUrl),
    smsMethod: method('SmsMethod', before.smsMethod),
    smsFallbackUrl: url('SmsFallbackUrl', before.smsFallbackUrl),
    smsFallbackMethod: method('SmsFallbackMethod', before.smsFallbackMethod),
  };
}
