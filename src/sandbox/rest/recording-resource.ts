import type { RecordingRecord } from '../records/recording-record.ts';
import { rfc2822 } from '../rfc2822.ts';
import { API_VERSION, resourcePath } from './resource-path.ts';

/** A recording in the REST API's shape. `baseUrl` is where the media can be fetched. */
export function recordingResource(accountSid: string, baseUrl: string, recording: RecordingRecord): object {
  const path = resourcePath(accountSid, 'Recordings', recording.sid);
  return {
    sid: recording.sid,
    account_sid: accountSid,
    api_version: API_VERSION,
    call_sid: recording.callSid,
    channels: recording.channels,
    conference_sid: null,
    date_created: rfc2822(recording.createdAt),
    date_updated: rfc2822(recording.updatedAt),
    duration: recording.durationSeconds === null ? null : String(recording.durationSeconds),
    encryption_details: null,
    error_code: recording.status === 'failed' ? 13227 : null,
    media_url: `${baseUrl}${path}`,
    price: null,
    price_unit: 'USD',
    source: recording.source,
    start_time: rfc2822(recording.startedAt),
    status: recording.status,
    subresource_uris: { add_on_results: null, transcriptions: `${path}/Transcriptions.json` },
    track: 'both',
    uri: `${path}.json`,
  };
}

/** The transcription of a recording bears the recording's SID with a prefix of its own. */
export const transcriptionSid = (recordingSid: string): string => `TR${recordingSid.slice(2)}`;

export function transcriptionResource(accountSid: string, recording: RecordingRecord): object {
  const sid = transcriptionSid(recording.sid);
  return {
    sid,
    account_sid: accountSid,
    api_version: API_VERSION,
    date_created: rfc2822(recording.createdAt),
    date_updated: rfc2822(recording.updatedAt),
    duration: String(recording.durationSeconds ?? 0),
    price: null,
    price_unit: 'USD',
    recording_sid: recording.sid,
    status: 'completed',
    transcription_text: recording.transcriptionText,
    type: 'fast',
    uri: `${resourcePath(accountSid, 'Transcriptions', sid)}.json`,
  };
}
