import { inClinic } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import type { TranscriptionResult } from '../ports/transcription/transcription.port.ts';
import { openAudio, sealText } from './sealed-content.ts';
import { releaseJob, type VoicemailDependencies } from './voicemail-work.ts';
import { findState, saveTranscription, selectAudio } from './voicemail.store.ts';

class TranscriptionDelayed extends Error {
  override name = 'TranscriptionDelayed';
  /** shown in the log: a status or a code */
  readonly code: string;

  constructor(code: string) {
    super('transcription delayed');
    this.code = code;
  }
}

const outcomes = { text: 'done', unavailable: 'unavailable', 'retry-later': 'failed' } as const;

/**
 * Has a saved recording written down. The text is kept encrypted like the audio.
 * @throws TranscriptionDelayed to be run again later, unless this was the last attempt
 */
export const transcribeRecording = async (
  deps: VoicemailDependencies,
  { clinicId, voicemailId }: { clinicId: string; voicemailId: string },
  attempt: { last: boolean },
): Promise<void> => {
  const { voicemail, sealed } = await inClinic(deps.database, clinicId, async (trx) => ({
    voicemail: await findState(trx, voicemailId),
    sealed: await selectAudio(trx, voicemailId),
  }));
  if (voicemail === null || sealed === null || voicemail.transcription !== 'pending') return;

  const result: TranscriptionResult = await deps.transcription.transcribe({
    audio: openAudio(deps.secrets, clinicId, voicemailId, sealed),
    language: voicemail.language,
    carrierRecordingSid: voicemail.recordingSid,
  });
  if (result.outcome === 'retry-later' && !attempt.last) throw new TranscriptionDelayed(result.reason);

  await inClinic(deps.database, clinicId, async (trx) => {
    const text =
      result.outcome === 'text'
        ? sealText(deps.secrets, 'transcript', clinicId, voicemailId, result.text)
        : null;
    if (!(await saveTranscription(trx, voicemailId, outcomes[result.outcome], text))) return;
    if (deps.transcription.needsCarrierRecording)
      await deps.send(
        trx,
        releaseJob,
        { recordingSid: voicemail.recordingSid },
        { key: voicemail.recordingSid },
      );
    if (result.outcome === 'text') {
      const { callId } = voicemail;
      await deps.listenForEmergency(trx, { callId, text: result.text, at: deps.clock.now() });
    }
    await announce(trx, 'voicemails', voicemailId);
  });
};
