import type { MessageRecord } from '../records/message-record.ts';

/** What the webhook of an incoming message carries. */
export function incomingParameters(accountSid: string, message: MessageRecord): Record<string, string> {
  return {
    ...identity(accountSid, message),
    SmsStatus: 'received',
    Body: message.body,
    NumMedia: '0',
    NumSegments: String(message.segments),
  };
}

/** What a status callback of an outgoing message carries. */
export function statusParameters(accountSid: string, message: MessageRecord): Record<string, string> {
  return {
    ...identity(accountSid, message),
    MessageStatus: message.status,
    SmsStatus: message.status,
    ...(message.errorCode === null ? {} : { ErrorCode: String(message.errorCode) }),
  };
}

function identity(accountSid: string, message: MessageRecord): Record<string, string> {
  return {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    MessageSid: message.sid,
    SmsSid: message.sid,
    SmsMessageSid: message.sid,
    From: message.from,
    To: message.to,
  };
}
