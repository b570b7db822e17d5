import type { MessageRecord } from '../records/message-record.ts';
import { rfc2822, rfc2822OrNull } from '../rfc2822.ts';
import { API_VERSION, resourcePath } from './resource-path.ts';

/** A message in the REST API's shape. */
export function messageResource(accountSid: string, message: MessageRecord): object {
  const path = resourcePath(accountSid, 'Messages', message.sid);
  return {
    sid: message.sid,
    account_sid: accountSid,
    api_version: API_VERSION,
    body: message.body,
    date_created: rfc2822(message.createdAt),
    date_sent: rfc2822OrNull(message.sentAt),
    date_updated: rfc2822(message.updatedAt),
    direction: message.direction,
    error_code: message.errorCode,
    error_message: message.errorMessage,
    from: message.from,
    messaging_service_sid: null,
    num_media: '0',
    num_segments: String(message.segments),
    price: null,
    price_unit: 'USD',
    status: message.status,
    subresource_uris: { media: `${path}/Media.json` },
    to: message.to,
    uri: `${path}.json`,
  };
}
