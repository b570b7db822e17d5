import { speechConformance } from '../speech.conformance.ts';
import { startSpeechVendor } from '../vendor-on-trial.ts';
import { createElevenLabsSpeech } from './elevenlabs-speech.ts';

speechConformance('elevenlabs', async () => {
  const vendor = await startSpeechVendor();
  const speech = createElevenLabsSpeech({
    apiKey: 'key',
    voices: { en: 'voice-en' },
    baseUrl: vendor.url,
    timeoutMs: 5000, // of which a busy machine may need a good part
  });
  return { speech, answerNext: vendor.answerNext, asked: vendor.asked, stop: vendor.stop };
});
