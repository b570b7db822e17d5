/** The softphone as a pure reducer: devices report facts, the dock shows the state. Times are epoch milliseconds. */

export type Purpose = 'inbound' | 'outbound';

/** What a device tells of a call when it arrives, or when it is found again after a reload. */
export interface DeviceCall {
  /** The carrier's id of this leg. */
  callSid: string;
  /** Our id of the call; null when the carrier did not pass it on. */
  callId: string | null;
  /** E.164, or "anonymous". */
  from: string;
  purpose: Purpose;
}

export interface SoftphoneCall extends DeviceCall {
  /** accepting: the person has said yes, the carrier has not yet. */
  phase: 'ringing' | 'accepting' | 'talking' | 'ending';
  /** Start of the conversation; of the ringing before that. */
  since: number;
  muted: boolean;
  /** The last thing the carrier said into this leg (whisper, announcement), as text. */
  heard: string | null;
}

/** off: no device. refused: this browser or account cannot take calls, trying again will not help. */
export type Connection = 'off' | 'connecting' | 'ready' | 'lost' | 'refused';

export interface SoftphoneState {
  connection: Connection;
  /** When the next attempt starts, while the connection is lost. */
  retryAt: number | null;
  calls: readonly SoftphoneCall[];
  microphone: 'unknown' | 'on' | 'refused';
  /** The conversation that has just ended, until it is dismissed or the next call comes. */
  ended: { callId: string | null; from: string; seconds: number } | null;
}

/** A call that the carrier still has when this browser comes (back). */
export interface RegisteredCall extends DeviceCall {
  state: 'ringing' | 'connected';
  /** Kept by this browser from before a reload. */
  since?: number;
  muted?: boolean;
}

export type SoftphoneFact =
  | { type: 'connection'; connection: Connection; retryAt?: number }
  | { type: 'registered'; calls: readonly RegisteredCall[] }
  | { type: 'incoming'; call: DeviceCall }
  | { type: 'accepting'; callSid: string }
  | { type: 'connected'; callSid: string }
  | { type: 'ending'; callSid: string }
  | { type: 'gone'; callSid: string }
  | { type: 'muted'; callSid: string; muted: boolean }
  | { type: 'heard'; callSid: string; text: string }
  | { type: 'microphone'; microphone: 'on' | 'refused' }
  | { type: 'dismissed' }
  | { type: 'stopped' };

export const idle: SoftphoneState = {
  connection: 'off',
  retryAt: null,
  calls: [],
  microphone: 'unknown',
  ended: null,
};

const change = (
  state: SoftphoneState,
  callSid: string,
  changed: (call: SoftphoneCall) => SoftphoneCall,
): SoftphoneState => ({
  ...state,
  calls: state.calls.map((call) => (call.callSid === callSid ? changed(call) : call)),
});

const ringing = (call: DeviceCall, now: number): SoftphoneCall => ({
  callSid: call.callSid,
  callId: call.callId,
  from: call.from,
  purpose: call.purpose,
  phase: 'ringing',
  since: now,
  muted: false,
  heard: null,
});

const gone = (state: SoftphoneState, callSid: string, now: number): SoftphoneState => {
  const call = state.calls.find((each) => each.callSid === callSid);
  if (call === undefined) return state;
  const spoke = call.phase === 'talking' || call.phase === 'ending';
  return {
    ...state,
    calls: state.calls.filter((each) => each !== call),
    ended: spoke
      ? { callId: call.callId, from: call.from, seconds: Math.max(0, Math.round((now - call.since) / 1000)) }
      : state.ended,
  };
};

/** The carrier's list is the truth after a (re)connection: what it does not know has ended, what we know keeps its clock. */
const registered = (state: SoftphoneState, calls: readonly RegisteredCall[], now: number): SoftphoneState => {
  const alive = new Set(calls.map((call) => call.callSid));
  const cleared = state.calls
    .filter((call) => !alive.has(call.callSid))
    .reduce((rest, call) => gone(rest, call.callSid, now), state);
  return {
    ...cleared,
    connection: 'ready',
    retryAt: null,
    calls: calls.map((call) => {
      const known = cleared.calls.find((each) => each.callSid === call.callSid) ?? ringing(call, now);
      // A wish that was on its way when the connection broke may not have arrived: it can be said again.
      if (call.state === 'ringing') return { ...known, phase: 'ringing' };
      if (known.phase === 'talking' || known.phase === 'ending') return { ...known, phase: 'talking' };
      return { ...known, phase: 'talking', since: call.since ?? now, muted: call.muted ?? false };
    }),
  };
};

/** The next state. A fact about a call that is not (any more) known changes nothing. */
export const reduceSoftphone = (state: SoftphoneState, fact: SoftphoneFact, now: number): SoftphoneState => {
  switch (fact.type) {
    case 'connection':
      return { ...state, connection: fact.connection, retryAt: fact.retryAt ?? null };
    case 'registered':
      return registered(state, fact.calls, now);
    case 'incoming':
      if (state.calls.some((call) => call.callSid === fact.call.callSid)) return state;
      return { ...state, calls: [...state.calls, ringing(fact.call, now)], ended: null };
    case 'accepting':
      return change(state, fact.callSid, (call) =>
        call.phase === 'ringing' ? { ...call, phase: 'accepting' } : call,
      );
    case 'connected':
      return change(state, fact.callSid, (call) =>
        call.phase === 'talking' || call.phase === 'ending'
          ? call
          : { ...call, phase: 'talking', since: now },
      );
    case 'ending':
      return change(state, fact.callSid, (call) =>
        call.phase === 'talking' ? { ...call, phase: 'ending' } : call,
      );
    case 'gone':
      return gone(state, fact.callSid, now);
    case 'muted':
      return change(state, fact.callSid, (call) => ({ ...call, muted: fact.muted }));
    case 'heard':
      return change(state, fact.callSid, (call) => ({ ...call, heard: fact.text }));
    case 'microphone':
      return { ...state, microphone: fact.microphone };
    case 'dismissed':
      return { ...state, ended: null };
    case 'stopped':
      return idle;
  }
};

/** The call that asks to be answered. Outbound ones answer themselves and do not ring. */
export const ringingCall = (state: SoftphoneState): SoftphoneCall | null =>
  state.calls.find((call) => call.phase === 'ringing' && call.purpose === 'inbound') ?? null;

/** The conversation under way (or about to begin). */
export const activeCall = (state: SoftphoneState): SoftphoneCall | null =>
  state.calls.find((call) => call.phase !== 'ringing') ??
  state.calls.find((call) => call.purpose === 'outbound') ??
  null;

/** A call that this person has asked for: nobody needs to press Accept a second time. */
export const callToAcceptUnasked = (state: SoftphoneState): SoftphoneCall | null =>
  state.calls.find((call) => call.phase === 'ringing' && call.purpose === 'outbound') ?? null;

export const isBusy = (state: SoftphoneState): boolean => state.calls.length > 0;
