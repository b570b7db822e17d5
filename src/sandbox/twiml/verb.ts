/** The verbs of a call document, read and with the carrier's defaults filled in. Durations are seconds. */

export type HttpMethod = 'GET' | 'POST';

/** Where the carrier asks for more; `url` null means "the document that is running now". */
export type Request = { readonly url: string; readonly method: HttpMethod };

export type CallEvent = 'initiated' | 'ringing' | 'answered' | 'completed';

export type StatusSubscription = Request & { readonly events: readonly CallEvent[] };

export type Say = { readonly verb: 'Say'; text: string; language: string; voice: string; loop: number };
export type Play = { readonly verb: 'Play'; url: string | null; digits: string | null; loop: number };
export type Pause = { readonly verb: 'Pause'; seconds: number };
export type Prompt = Say | Play | Pause;

export type Gather = {
  readonly verb: 'Gather';
  dtmf: boolean;
  speech: boolean;
  /** null: the document running now. */
  action: string | null;
  method: HttpMethod;
  timeout: number;
  /** '' means no key ends the input. */
  finishOnKey: string;
  numDigits: number | null;
  speechTimeout: number | 'auto';
  actionOnEmptyResult: boolean;
  language: string;
  partialResult: Request | null;
  prompts: Prompt[];
};

type Callee = { whisper: Request | null; status: StatusSubscription | null };
export type DialTarget = Callee &
  (
    | { readonly kind: 'number'; number: string; sendDigits: string | null }
    | { readonly kind: 'client'; identity: string; parameters: Record<string, string> }
    | { readonly kind: 'sip'; uri: string }
  );

export type DialQueue = { name: string; announcement: Request | null };
export type DialRecording = 'do-not-record' | 'record-from-answer' | 'record-from-ringing';

export type Dial = {
  readonly verb: 'Dial';
  targets: DialTarget[];
  queue: DialQueue | null;
  action: Request | null;
  timeout: number;
  timeLimit: number;
  callerId: string | null;
  answerOnBridge: boolean;
  sequential: boolean;
  hangupOnStar: boolean;
  record: DialRecording;
  recordingChannels: 1 | 2;
  recordingStatus: RecordingSubscription | null;
};

export type RecordingEvent = 'in-progress' | 'completed' | 'absent' | 'failed';
export type RecordingSubscription = Request & { readonly events: readonly RecordingEvent[] };

export type RecordMessage = {
  readonly verb: 'Record';
  /** null: the document running now. */
  action: string | null;
  method: HttpMethod;
  timeout: number;
  finishOnKey: string;
  maxLength: number;
  playBeep: boolean;
  trimSilence: boolean;
  recordingStatus: RecordingSubscription | null;
  /** Where the carrier's own transcription is sent. */
  transcribeCallback: string | null;
};

export type Redirect = { readonly verb: 'Redirect'; url: string; method: HttpMethod };
export type Hangup = { readonly verb: 'Hangup' };
export type Reject = { readonly verb: 'Reject'; reason: 'rejected' | 'busy' };
export type Leave = { readonly verb: 'Leave' };
export type Enqueue = {
  readonly verb: 'Enqueue';
  queue: string;
  action: Request | null;
  wait: Request | null;
};

export type Sms = {
  readonly verb: 'Sms';
  body: string;
  to: string | null;
  from: string | null;
  action: Request | null;
  statusCallback: string | null;
};

export type ConversationRelay = {
  readonly verb: 'ConversationRelay';
  url: string;
  action: Request | null;
  welcomeGreeting: string | null;
  welcomeGreetingInterruptible: boolean;
  language: string;
  interruptible: boolean;
  dtmfDetection: boolean;
  parameters: Record<string, string>;
};

export type Verb =
  | Prompt
  | Gather
  | Dial
  | RecordMessage
  | Redirect
  | Hangup
  | Reject
  | Enqueue
  | Leave
  | Sms
  | ConversationRelay;
