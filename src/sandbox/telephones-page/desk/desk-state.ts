import type { Collecting, Handset, HandsetEvent, HeardKind } from '../wire/handset.ts';

/** One line of what went over a telephone's line: heard from the other end, or done at this one. */
export type Line = { readonly at: number; readonly kind: HeardKind | 'said' | 'keys'; readonly text: string };

type LastCall = { readonly callSid: string; readonly status: string; readonly at: number };

export type Telephone = Omit<Handset, 'heard'> & {
  readonly lines: readonly Line[];
  /** How the call before ended; null while one is under way or before the first. */
  readonly lastCall: LastCall | null;
  /** E-mails that came since the mailbox was last looked into. */
  readonly newMails: number;
};

export type DeskState = {
  readonly link: 'connecting' | 'open' | 'lost';
  readonly telephones: Readonly<Record<string, Telephone>>;
};

export type DeskAction =
  | { readonly type: 'link'; readonly link: DeskState['link'] }
  | { readonly type: 'handsets'; readonly handsets: readonly Handset[] }
  | { readonly type: 'handset'; readonly handset: Handset }
  | { readonly type: 'removed'; readonly number: string }
  | { readonly type: 'event'; readonly number: string; readonly event: HandsetEvent }
  | { readonly type: 'dialling'; readonly number: string; readonly to: string; readonly at: number }
  | { readonly type: 'dialled'; readonly number: string; readonly callSid: string }
  | { readonly type: 'not-dialled'; readonly number: string }
  | { readonly type: 'line'; readonly number: string; readonly line: Line }
  | { readonly type: 'messages-read' | 'mails-read'; readonly number: string };

export const emptyDesk: DeskState = { link: 'connecting', telephones: {} };

/** The desk after something happened to it. */
export function nextDesk(state: DeskState, action: DeskAction): DeskState {
  if (action.type === 'link') return { ...state, link: action.link };
  if (action.type === 'handsets')
    return { ...state, telephones: Object.fromEntries(action.handsets.map((each) => takeOver(state, each))) };
  if (action.type === 'handset') {
    const [number, telephone] = takeOver(state, action.handset);
    return { ...state, telephones: { ...state.telephones, [number]: telephone } };
  }
  if (action.type === 'removed') {
    const { [action.number]: _removed, ...telephones } = state.telephones;
    return { ...state, telephones };
  }
  const before = state.telephones[action.number];
  if (!before) return state;
  const after = nextTelephone(before, action);
  return after === before ? state : { ...state, telephones: { ...state.telephones, [action.number]: after } };
}

function nextTelephone(
  phone: Telephone,
  action: Exclude<DeskAction, { type: 'link' | 'handsets' | 'handset' | 'removed' }>,
): Telephone {
  switch (action.type) {
    case 'event':
      return afterEvent(phone, action.event);
    case 'dialling':
      return begun(phone, 'dialling', '', 'outbound', action.to, action.at);
    case 'dialled':
      // The answer to the request may come after the first events of the call, or even after its end.
      return phone.state === 'dialling' && phone.call?.callSid === ''
        ? { ...phone, call: { ...phone.call, callSid: action.callSid } }
        : phone;
    case 'not-dialled':
      return phone.state === 'dialling' ? { ...phone, state: 'idle', call: null } : phone;
    case 'line':
      return { ...phone, lines: [...phone.lines, action.line] };
    case 'messages-read':
      return phone.unread === 0 ? phone : { ...phone, unread: 0 };
    case 'mails-read':
    default:
      return phone.newMails === 0 ? phone : { ...phone, newMails: 0 };
  }
}

function afterEvent(phone: Telephone, event: HandsetEvent): Telephone {
  switch (event.type) {
    case 'ringing':
      return begun(phone, 'ringing', event.callSid, 'inbound', event.from, event.at);
    case 'stopped-ringing':
      return over(phone, event.callSid, event.reason, event.at);
    case 'connected':
      return connected(phone, event.callSid, event.at);
    case 'heard':
      return { ...phone, lines: [...phone.lines, { at: event.at, kind: event.kind, text: event.text }] };
    case 'collecting':
      return inCall(phone, event.callSid, { collecting: event.what });
    case 'bridged':
      return inCall(phone, event.callSid, { connectedTo: event.with });
    case 'unbridged':
      return inCall(phone, event.callSid, { connectedTo: null });
    case 'ended':
      return over(phone, event.callSid, event.status, event.at);
    case 'message':
      return event.to === phone.number ? { ...phone, unread: phone.unread + 1 } : phone;
    case 'mail':
    default:
      return { ...phone, newMails: phone.newMails + 1 };
  }
}

function begun(
  phone: Telephone,
  state: 'dialling' | 'ringing',
  callSid: string,
  direction: 'inbound' | 'outbound',
  withWhom: string,
  at: number,
): Telephone {
  const call = { callSid, direction, with: withWhom, since: at, collecting: null, connectedTo: null };
  return { ...phone, state, call, lines: [], lastCall: null };
}

function connected(phone: Telephone, callSid: string, at: number): Telephone {
  const call = phone.call ?? {
    direction: 'outbound' as const,
    with: '',
    collecting: null,
    connectedTo: null,
  };
  return { ...phone, state: 'in-call', call: { ...call, callSid, since: at } };
}

type CallChange = { readonly collecting: Collecting } | { readonly connectedTo: string | null };

function inCall(phone: Telephone, callSid: string, change: CallChange): Telephone {
  return phone.call?.callSid === callSid ? { ...phone, call: { ...phone.call, ...change } } : phone;
}

/** A late end of the call before must not take down the one now under way. */
function over(phone: Telephone, callSid: string, status: string, at: number): Telephone {
  const current = phone.call?.callSid ?? '';
  if (current !== '' && current !== callSid) return phone;
  if (phone.call === null && phone.lastCall?.callSid === callSid) return phone;
  return { ...phone, state: 'idle', call: null, lastCall: { callSid, status, at } };
}

/** What the server says replaces what the page believed; what only the page knows is kept. */
function takeOver(state: DeskState, { heard, ...handset }: Handset): [number: string, telephone: Telephone] {
  const before = state.telephones[handset.number];
  const sameCall = before !== undefined && (before.call?.callSid ?? null) === (handset.call?.callSid ?? null);
  const telephone = {
    ...handset,
    lines: sameCall && before.lines.length >= heard.length ? before.lines : heard,
    lastCall: handset.call === null ? (before?.lastCall ?? null) : null,
    newMails: before?.newMails ?? 0,
  };
  return [handset.number, telephone];
}
