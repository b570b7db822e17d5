import { type CallRecord, type CallStatus, isLive } from '../records/call-record.ts';
import { rfc2822, rfc2822OrNull } from '../rfc2822.ts';
import { formatted } from './phone-number.ts';
import { API_VERSION, resourcePath } from './resource-path.ts';

/** A call in the REST API's shape. */
export function callResource(accountSid: string, call: CallRecord): object {
  const path = resourcePath(accountSid, 'Calls', call.sid);
  return {
    sid: call.sid,
    account_sid: accountSid,
    annotation: null,
    answered_by: call.answeredBy,
    api_version: API_VERSION,
    caller_name: call.callerName,
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(call.endedAt ?? call.answeredAt ?? call.startedAt ?? call.createdAt),
    direction: call.direction,
    duration: call.durationSeconds === null ? null : String(call.durationSeconds),
    end_time: rfc2822OrNull(call.endedAt),
    forwarded_from: call.forwardedFrom,
    from: call.from,
    from_formatted: formatted(call.from),
    group_sid: null,
    parent_call_sid: call.parentCallSid,
    phone_number_sid: call.phoneNumberSid,
    price: null,
    price_unit: 'USD',
    queue_time: String(call.queueTimeMs),
    start_time: rfc2822OrNull(isLive(call.status) ? call.answeredAt : (call.answeredAt ?? call.startedAt)),
    status: publicStatus(call.status),
    subresource_uris: {
      events: `${path}/Events.json`,
      notifications: `${path}/Notifications.json`,
      recordings: `${path}/Recordings.json`,
    },
    to: call.to,
    to_formatted: formatted(call.to),
    trunk_sid: null,
    uri: `${path}.json`,
  };
}

/** "initiated" is a word of the callbacks only; the resource still calls it queued. */
const publicStatus = (status: CallStatus): CallStatus => (status === 'initiated' ? 'queued' : status);
