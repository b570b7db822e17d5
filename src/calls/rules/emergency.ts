import type { VoiceStep } from '../../ports/carrier/voice-steps.ts';

/*
 * What a caller hears when our own side fails: the database is away, or a fault of ours. Nothing is known then, not
 * even the language, so both are spoken. The carrier keeps the recording, and the reconciliation finds it there.
 */

const sorry: VoiceStep[] = [
  {
    do: 'say',
    text: 'We cannot connect you right now. Please leave a message after the tone. We will call you back.',
    language: 'en',
  },
  {
    do: 'say',
    text: 'Wir können Sie gerade nicht verbinden. Bitte sprechen Sie nach dem Signalton. Wir rufen Sie zurück.',
    language: 'de',
  },
];

const thanks: VoiceStep[] = [
  { do: 'say', text: 'Thank you. Goodbye.', language: 'en' },
  { do: 'say', text: 'Vielen Dank. Auf Wiederhören.', language: 'de' },
  { do: 'hang-up' },
];

/** Questions of the carrier while a caller listens; the others are callbacks, which want an empty document. */
const callerListens: ReadonlySet<string> = new Set([
  'incoming',
  'fallback',
  'ivr-gather',
  'route-to-staff',
  'ai-gather',
  'voicemail',
  'call-status',
  'queue-left',
  'script-keys',
]);

/** @param params fields of the request that failed */
export const emergencySteps = (endpoint: string, params: Record<string, string>): VoiceStep[] => {
  const message = params['RecordingSid'] !== undefined || params['RecordingUrl'] !== undefined;
  const conversationOver = endpoint === 'call-status' && params['DialBridged'] === 'true';
  if (endpoint === 'call-status' && params['DialCallStatus'] === undefined) return [];
  if (message || conversationOver) return thanks;
  if (!callerListens.has(endpoint))
    return endpoint === 'status-callback' || endpoint === 'recording-status' ? [] : [{ do: 'hang-up' }];
  return [
    ...sorry,
    {
      do: 'record',
      hook: { endpoint: 'voicemail', query: {} },
      finished: { endpoint: 'recording-status', query: {} },
      maxSeconds: 300,
      silenceSeconds: 5,
    },
    ...thanks,
  ];
};

/** A number that points to us and belongs to no clinic. */
export const notInServiceSteps: VoiceStep[] = [
  { do: 'say', text: 'This number is not in service.', language: 'en' },
  { do: 'say', text: 'Kein Anschluss unter dieser Nummer.', language: 'de' },
  { do: 'hang-up' },
];
