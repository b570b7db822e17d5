import { listAllNumbers } from '../clinics/clinic-numbers.ts';
import type { Database } from '../platform/database/database.ts';
import type { InstallationAdapters } from './installation-adapters.ts';
import { checkAddress } from './check-address.ts';
import type { InstallationSettings } from './rules/installation-settings.ts';
import { quietSecond } from './rules/quiet-second.ts';
import { testMail } from './rules/test-mail.ts';
import type { CarrierTrial, MailTrial, ServiceTrial, Voices } from './rules/trial-results.ts';

/** Looks whether calls would come in and go out with this carrier, and changes nothing. */
export const tryCarrier = async (
  { adapters, database }: { adapters: InstallationAdapters; database: Database },
  carrier: InstallationSettings['carrier'],
  publicUrl: string,
): Promise<CarrierTrial> => {
  const numbers = (await listAllNumbers(database)).map(({ phoneNumber }) => phoneNumber);
  const voiceUrl = `${publicUrl}/api/twilio/voice/incoming`;
  const [account, address] = await Promise.all([
    adapters.tryCarrier(carrier, { numbers, voiceUrl }),
    checkAddress(publicUrl, adapters.carrierIsLocal(carrier)),
  ]);
  return { findings: [...account, { finding: address, number: null, detail: publicUrl }] };
};

export const tryMail = async (
  adapters: InstallationAdapters,
  mail: InstallationSettings['mail'],
  to: { address: string; language: 'en' | 'de' },
): Promise<MailTrial> => {
  const result = await adapters.tryMail(mail, { to: to.address, ...testMail(to.language) });
  return {
    sent: result.sent,
    to: to.address,
    failure: result.sent ? null : result.failure,
    words: result.words === '' ? null : result.words,
  };
};

const keyRefused = /^status 40[13]$/;

/** Somebody answers there, but not such a service; or it has no such model. */
const notTheService = new Set(['status 404', 'status 405', 'unexpected answer', 'SyntaxError']);

/** A second of near silence: whoever answers that there are no words works. */
export const tryTranscription = async (
  adapters: InstallationAdapters,
  transcription: InstallationSettings['transcription'],
): Promise<ServiceTrial> => {
  // Without a vendor of its own there is nobody to be asked.
  if (transcription.kind === 'none' || transcription.kind === 'carrier')
    return { works: true, failure: null };
  const result = await adapters
    .transcriptionOnTrial(transcription)
    .transcribe({ audio: quietSecond(), language: 'en', carrierRecordingSid: '' });
  if (result.outcome === 'unavailable' && result.refused === true)
    return { works: false, failure: 'refused' };
  if (result.outcome !== 'retry-later') return { works: true, failure: null };
  const { reason } = result;
  if (keyRefused.test(reason)) return { works: false, failure: 'wrong-key' };
  if (notTheService.has(reason)) return { works: false, failure: 'refused' };
  return { works: false, failure: reason === 'status 429' ? 'busy' : 'no-answer' };
};

export const listVoices = async (
  adapters: InstallationAdapters,
  speech: InstallationSettings['speech'],
): Promise<Voices> => {
  const result = await adapters.speechOnTrial(speech).voices();
  return result.outcome === 'voices'
    ? { failure: null, voices: result.voices }
    : { failure: result.failure, voices: [] };
};
