import type { SealedTable } from '../platform/database/reseal-rows.ts';
import type { Secrets } from '../platform/secrets.ts';

type TextKind = 'transcript' | 'corrected';

/** Names what is sealed, so that a row's bytes do not open in another row, nor a transcript as audio. */
const contextOf = (kind: 'audio' | TextKind, clinicId: string, voicemailId: string): string =>
  `voicemail:${clinicId}:${voicemailId}${kind === 'audio' ? '' : `:${kind}`}`;

/** What is sealed of voicemails, for when the key is changed. A recording of five minutes has some 5 MB. */
export const sealedVoicemails: SealedTable = {
  table: 'voicemail_messages',
  key: ['id'],
  columns: {
    audio: (clinicId, id = '') => contextOf('audio', clinicId, id),
    transcript: (clinicId, id = '') => contextOf('transcript', clinicId, id),
    corrected: (clinicId, id = '') => contextOf('corrected', clinicId, id),
  },
  rowsAtOnce: 8,
};

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

/** @param kind what was recognised, or what a person made of it */
export const sealText = (
  secrets: Secrets,
  kind: TextKind,
  clinicId: string,
  voicemailId: string,
  text: string,
): Buffer =>
  Buffer.from(secrets.encrypt(new TextEncoder().encode(text), contextOf(kind, clinicId, voicemailId)));

/** @returns null for bytes that do not open (a restored backup, another key): one text must not take a whole list with it */
export const openText = (
  secrets: Secrets,
  kind: TextKind,
  clinicId: string,
  voicemailId: string,
  sealed: Uint8Array,
): string | null => {
  try {
    return new TextDecoder().decode(secrets.decrypt(sealed, contextOf(kind, clinicId, voicemailId)));
  } catch {
    return null;
  }
};
