/** What the sandbox says about telephones; the shapes of its HTTP API. Times are milliseconds since the epoch. */

export type Role = 'patient' | 'lead' | 'staff' | 'other';
export type Collecting = 'digits' | 'speech' | 'recording' | 'nothing';
export type HeardKind = 'say' | 'play' | 'beep' | 'speech';

type Heard = {
  readonly at: number;
  readonly kind: HeardKind;
  readonly text: string;
};

type HandsetCall = {
  readonly callSid: string;
  readonly direction: 'inbound' | 'outbound';
  /** The other party: a number, or a name that the carrier shows. */
  readonly with: string;
  readonly since: number;
  readonly collecting: Collecting | null;
  /** The person at the other end, once connected to one. */
  readonly connectedTo: string | null;
};

type HandsetState = 'idle' | 'dialling' | 'ringing' | 'in-call';

export type Handset = {
  readonly number: string;
  readonly name: string;
  readonly role: Role;
  readonly clinic: string | null;
  readonly language: string | null;
  readonly email: string | null;
  readonly state: HandsetState;
  readonly call: HandsetCall | null;
  readonly heard: readonly Heard[];
  readonly unread: number;
};

/** What happens at one handset, in the order of `seq`. */
export type HandsetEvent = { readonly seq: number; readonly at: number } & (
  | { readonly type: 'ringing'; readonly callSid: string; readonly from: string }
  | { readonly type: 'stopped-ringing'; readonly callSid: string; readonly reason: string }
  | { readonly type: 'connected'; readonly callSid: string }
  | { readonly type: 'heard'; readonly callSid: string; readonly kind: HeardKind; readonly text: string }
  | { readonly type: 'collecting'; readonly callSid: string; readonly what: Collecting }
  | { readonly type: 'bridged'; readonly callSid: string; readonly with: string }
  | { readonly type: 'unbridged'; readonly callSid: string }
  | { readonly type: 'ended'; readonly callSid: string; readonly status: string }
  | {
      readonly type: 'message';
      readonly messageSid: string;
      readonly from: string;
      readonly to: string;
      readonly body: string;
    }
  | { readonly type: 'mail'; readonly to: string; readonly subject: string }
);
