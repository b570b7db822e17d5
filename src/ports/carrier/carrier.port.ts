import type { LegStatus } from './leg-status.ts';
import type { VoiceStep } from './voice-steps.ts';

/** How a failed request to the carrier is to be treated. */
export type CarrierFailure =
  | 'busy' // told to slow down, or a passing fault before anything happened: repeat later
  | 'unknown' // no answer: it may or may not have happened; ask the carrier what it has before repeating
  | 'gone' // the call or recording exists no more
  | 'refused'; // will never work: number, credentials, permission

export class CarrierError extends Error {
  override name = 'CarrierError';
  readonly failure: CarrierFailure;
  /** the carrier's own error number, where it gave one */
  readonly code: number | undefined;

  constructor(failure: CarrierFailure, code?: number) {
    super(`carrier: ${failure}${code === undefined ? '' : ` (${code})`}`);
    this.failure = failure;
    this.code = code;
  }
}

export type CarrierCall = {
  sid: string;
  from: string;
  to: string;
  status: LegStatus;
  /** placed by a request of ours, as against one that came in or that a document dialled */
  placed: boolean;
  startedAt: Temporal.Instant | null;
};

export type CarrierNumber = {
  /** E.164 */
  phoneNumber: string;
  /** as people who look at the account see it */
  name: string;
};

export type CarrierRecording = {
  sid: string;
  callSid: string;
  durationSeconds: number;
  createdAt: Temporal.Instant;
};

export type PlaceCall = {
  from: string;
  /** E.164, or `client:identity?parameter=value` */
  to: string;
  timeoutSeconds: number;
  /** listens whether a person or a machine picked up before it asks for a document; message: it waits for the tone as well */
  detectMachine?: 'answer' | 'message';
  answerUrl: string;
  fallbackUrl: string;
  statusUrl: string;
};

export type SendMessage = {
  from: string;
  /** E.164 */
  to: string;
  /** at most 1600 characters */
  body: string;
  statusUrl: string;
};

export type CarrierMessage = {
  sid: string;
  from: string;
  to: string;
  body: string;
  /** the carrier's own word: queued, sent, delivered, undelivered, failed, … */
  status: string;
  errorCode: number | null;
};

export type WebhookRequest = {
  /** as the carrier requested it: scheme, host, path and query */
  url: string;
  /** form fields; empty for GET */
  params: Record<string, string | string[]>;
  signature: string | undefined;
};

/** The telephone network. Every method may throw CarrierError, and nothing else that is the carrier's fault. */
export type Carrier = {
  readonly name: 'sandbox' | 'twilio';
  /** @param link makes the address of a hook */
  renderVoice(
    steps: VoiceStep[],
    link: (hook: { endpoint: string; query: Record<string, string> }) => string,
  ): string;
  signatureHolds(request: WebhookRequest): boolean;
  /** @returns the new call's sid */
  placeCall(call: PlaceCall): Promise<string>;
  redirectCall(sid: string, url: string): Promise<void>;
  /** Ends a call in any state. Ending one that is over is no error. */
  endCall(sid: string): Promise<void>;
  fetchCall(sid: string): Promise<CarrierCall | null>;
  /** Calls to one address since an instant, newest first: how to learn what an unanswered request did. */
  callsTo(to: string, since: Temporal.Instant): Promise<CarrierCall[]>;
  /** @returns the new message's sid */
  sendMessage(message: SendMessage): Promise<string>;
  fetchMessage(sid: string): Promise<CarrierMessage | null>;
  /** Messages to one number since an instant: how to learn what an unanswered request did. */
  messagesTo(to: string, since: Temporal.Instant): Promise<CarrierMessage[]>;
  /** Messages that one of our numbers got since an instant, oldest first: what could not be brought to us is among them. */
  messagesReceived(number: string, since: Temporal.Instant): Promise<CarrierMessage[]>;
  fetchRecording(sid: string): Promise<Uint8Array>;
  deleteRecording(sid: string): Promise<void>;
  listRecordings(since: Temporal.Instant): Promise<CarrierRecording[]>;
  /** The carrier's own transcription of a recording; null when it made none. */
  transcriptOf(recordingSid: string): Promise<string | null>;
  /** Points a number's calls and messages to this product and names it for people who look at the account. @returns the number's sid */
  connectNumber(
    number: { phoneNumber: string; name: string },
    urls: { voice: string; voiceFallback: string; status: string; sms: string },
  ): Promise<string>;
  /** Every number that the account has. */
  listNumbers(): Promise<CarrierNumber[]>;
  /** Points a number to nowhere. It stays the account's. One that is not there is no error. */
  disconnectNumber(phoneNumber: string): Promise<void>;
  /** What a browser needs to be a telephone; `url` null: the carrier's SDK knows where. */
  softphoneToken(
    identity: string,
    lifetimeSeconds: number,
    now: Temporal.Instant,
  ): Promise<{ token: string; url: string | null }>;
};
