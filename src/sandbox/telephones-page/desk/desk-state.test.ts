import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Handset, HandsetEvent } from '../wire/handset.ts';
import { type DeskAction, emptyDesk, nextDesk, type Telephone } from './desk-state.ts';

const ANNA = '+13125550101';
const CLINIC = '+13125550100';

const handset: Handset = {
  number: ANNA,
  name: 'Anna Keller',
  role: 'patient',
  clinic: 'Lakeside',
  language: 'en',
  email: null,
  state: 'idle',
  call: null,
  heard: [],
  unread: 0,
};

type AnyEvent<Event = HandsetEvent> = Event extends HandsetEvent ? Omit<Event, 'seq' | 'at'> : never;

/** Something that the network tells of Anna's telephone. */
const told = (event: AnyEvent, at = 1): DeskAction => ({
  type: 'event',
  number: ANNA,
  event: { ...event, seq: at, at },
});

/** Anna's telephone after all of this. */
function after(...actions: readonly DeskAction[]): Telephone {
  const first = nextDesk(emptyDesk, { type: 'handsets', handsets: [handset] });
  const telephone = actions.reduce(nextDesk, first).telephones[ANNA];
  assert.ok(telephone);
  return telephone;
}

const ringing = told({ type: 'ringing', callSid: 'CA1', from: CLINIC });
const connected = told({ type: 'connected', callSid: 'CA1' }, 2);
const ended = told({ type: 'ended', callSid: 'CA1', status: 'completed' }, 3);
const dialling: DeskAction = { type: 'dialling', number: ANNA, to: CLINIC, at: 0 };
const dialled: DeskAction = { type: 'dialled', number: ANNA, callSid: 'CA1' };

test('an incoming call rings, connects, is bridged and ends', () => {
  assert.equal(after(ringing).state, 'ringing');
  assert.equal(after(ringing).call?.with, CLINIC);
  const talking = after(ringing, connected, told({ type: 'bridged', callSid: 'CA1', with: 'Mia' }));
  assert.deepEqual(
    [talking.state, talking.call?.since, talking.call?.connectedTo, talking.call?.direction],
    ['in-call', 2, 'Mia', 'inbound'],
  );
  const over = after(ringing, connected, ended);
  assert.deepEqual([over.state, over.call], ['idle', null]);
  assert.deepEqual(over.lastCall, { callSid: 'CA1', status: 'completed', at: 3 });
});

test('the answer to Dial may come before or after the first events of its call', () => {
  for (const phone of [after(dialling, dialled, connected), after(dialling, connected, dialled)]) {
    assert.deepEqual([phone.state, phone.call?.callSid, phone.call?.with], ['in-call', 'CA1', CLINIC]);
  }
  const over = after(dialling, told({ type: 'ended', callSid: 'CA1', status: 'busy' }), dialled);
  assert.deepEqual([over.state, over.call, over.lastCall?.status], ['idle', null, 'busy']);
});

test('a call that could not be placed leaves the telephone idle', () => {
  assert.equal(after(dialling, { type: 'not-dialled', number: ANNA }).state, 'idle');
});

test('the late end of an earlier call does not end the one under way', () => {
  assert.equal(after(told({ type: 'ringing', callSid: 'CA2', from: CLINIC }), ended).state, 'ringing');
});

test('why it stopped ringing is kept when the end is told twice', () => {
  const stopped = told({ type: 'stopped-ringing', callSid: 'CA1', reason: 'answered elsewhere' });
  assert.equal(after(ringing, stopped, ended).lastCall?.status, 'answered elsewhere');
});

const menu = told({ type: 'heard', callSid: 'CA1', kind: 'say', text: 'Press 1' }, 2);
const pressed: DeskAction = { type: 'line', number: ANNA, line: { at: 3, kind: 'keys', text: '1' } };

test('what is heard, said and pressed stands in order, and a new call begins with a clean page', () => {
  const listening = told({ type: 'collecting', callSid: 'CA1', what: 'speech' });
  const phone = after(dialling, connected, menu, pressed, listening);
  assert.deepEqual(
    phone.lines.map((line) => line.text),
    ['Press 1', '1'],
  );
  assert.equal(phone.call?.collecting, 'speech');
  assert.deepEqual(after(dialling, connected, menu, ended, dialling).lines, []);
});

test('only messages to this telephone are unread, until they are read', () => {
  const message = { type: 'message', messageSid: 'SM1', body: 'Hello' } as const;
  const received = told({ ...message, from: CLINIC, to: ANNA });
  assert.equal(after(received, received, told({ ...message, from: ANNA, to: CLINIC })).unread, 2);
  assert.equal(after(received, { type: 'messages-read', number: ANNA }).unread, 0);
});

test('after a lost connection the server is believed, and the page keeps what only it knows', () => {
  const call = {
    callSid: 'CA1',
    direction: 'outbound',
    with: CLINIC,
    since: 1,
    collecting: null,
    connectedTo: null,
  } as const;
  const heard = [{ at: 2, kind: 'say', text: 'Press 1' }] as const;
  const again = (callSid: string): DeskAction => ({
    type: 'handsets',
    handsets: [{ ...handset, state: 'in-call', call: { ...call, callSid }, heard }],
  });
  assert.equal(after(dialling, connected, menu, pressed, again('CA1')).lines.length, 2);
  assert.equal(after(dialling, connected, menu, pressed, again('CA2')).lines.length, 1);
  const gone = after(dialling, connected, { type: 'handset', handset });
  assert.deepEqual([gone.state, gone.call], ['idle', null]);
});

test('what is said of an unknown or a removed telephone changes nothing', () => {
  const state = nextDesk(emptyDesk, { type: 'handsets', handsets: [handset] });
  const removed = nextDesk(state, { type: 'removed', number: ANNA });
  assert.deepEqual(removed.telephones, {});
  assert.equal(nextDesk(removed, connected), removed);
});
