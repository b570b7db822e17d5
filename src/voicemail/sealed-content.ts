import type { Secrets } from '../platform/secrets.ts';

/** Names what is sealed, so that a row's bytes do not open in another row, nor a transcript as audio. */
const contextOf = (kind: 'audio' | 'transcript', clinicId: string, voicemailId: string): string =>
  `voicemail:${clinicId}:${voicemailId}${kind === 'audio' ? '' : ':transcript'}`;

export const sealAudio = (
  secrets: Secrets,
  clinicId: string,
  voicemailId: string,
  audio: Uint8Array,
): Buffer => Buffer.from(secrets.encrypt(audio, contextOf('audio', clinicId, voicemailId)));

export const openAudio = (
  secrets: Secrets,
  clinicId: string,
  voicemailId: string,
  sealed: Uint8Array,
): Uint8Array => secrets.decrypt(sealed, contextOf('audio', clinicId, voicemailId));

export const sealTranscript = (
  secrets: Secrets,
  clinicId: string,
  voicemailId: string,
  text: string,
): Buffer =>
  Buffer.from(
    secrets.encrypt(new TextEncoder().encode(text), contextOf('transcript', clinicId, voicemailId)),
  );

export const openTranscript = (
  secrets: Secrets,
  clinicId: string,
  voicemailId: string,
  sealed: Uint8Array,
): string =>
  new TextDecoder().decode(secrets.decrypt(sealed, contextOf('transcript', clinicId, voicemailId)));
