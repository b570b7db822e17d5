import { transcriptionConformance } from '../transcription.conformance.ts';
import { noTranscription } from './no-transcription.ts';

transcriptionConformance('none', [], async () => ({
  transcription: noTranscription,
  answerNext: () => {},
  stop: async () => {},
}));
