import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newInboundCall, newOutboundCall, type CallState } from './call-state.ts';
import type { CallOutcome } from './call-status.ts';
import { anyone } from './menu.ts';
import { eventsOfCall, type CallOfEvent } from './call-event.ts';

const startedAt = Temporal.Instant.from('2026-11-20T15:00:00Z');
const now = startedAt.add({ seconds: 42 });
const call: CallOfEvent = {
  id: 'call',
  direction: 'inbound',
  fromNumber: '+13125550121',
  toNumber: '+13125550100',
  patientId: 'laura',
  leadId: null,
  startedAt,
};
const state = newInboundCall('en');
const endedAs = (outcome: CallOutcome): CallState => ({ ...state, phase: { at: 'ended', outcome } });
const kinds = (from: CallOfEvent, before: CallState | null, after: CallState) =>
  eventsOfCall(from, before, after, now).map(({ kind }) => kind);

test('a new inbound call is told, an outbound one is not', () => {
  assert.deepEqual(kinds(call, null, state), ['INCOMING_CALL']);
  const outbound = newOutboundCall('en', 'olivia', 'portal', '+13125550121');
  assert.deepEqual(kinds({ ...call, direction: 'outbound' }, null, outbound), []);
  assert.deepEqual(kinds(call, state, state), []);
});

test('the end is told once, as what it was', () => {
  for (const outcome of ['answered', 'voicemail', 'external'] as const)
    assert.deepEqual(kinds(call, state, endedAs(outcome)), ['CALL_COMPLETED']);
  for (const outcome of ['abandoned', 'missed', 'failed'] as const)
    assert.deepEqual(kinds(call, state, endedAs(outcome)), ['MISSED_CALL']);
  assert.deepEqual(kinds({ ...call, direction: 'outbound' }, state, endedAs('no-answer')), [
    'CALL_COMPLETED',
  ]);
  assert.deepEqual(kinds(call, endedAs('missed'), endedAs('missed')), []);
  assert.deepEqual(kinds(call, endedAs('abandoned'), endedAs('answered')), ['CALL_COMPLETED']);
  assert.deepEqual(kinds(call, null, endedAs('failed')), ['INCOMING_CALL', 'MISSED_CALL']);
});

test('the end says what the caller wanted, and whether it was an emergency', () => {
  const wish = { ...anyone('Billing'), departmentId: '0199a1b2-1e2b-7036-8314-ef1ff8eaa8d1' };
  const emergency = { by: 'menu', at: now.toString(), detail: 'Billing' } as const;
  const wantedOf = (own: Partial<CallState>) => {
    const [ended] = eventsOfCall(call, { ...state, ...own }, { ...endedAs('missed'), ...own }, now);
    assert.ok(ended?.kind === 'MISSED_CALL');
    const { departmentId, menuChoice, emergency: urgent } = ended.payload;
    return [departmentId, menuChoice, urgent];
  };
  assert.deepEqual(wantedOf({}), [null, null, false]);
  assert.deepEqual(wantedOf({ wish }), [wish.departmentId, 'Billing', false]);
  assert.deepEqual(wantedOf({ wish, emergency }), [wish.departmentId, 'Billing', true]);
});

test('the end says how long it took', () => {
  const [ended] = eventsOfCall(call, state, endedAs('answered'), now);
  assert.ok(ended?.kind === 'CALL_COMPLETED' && ended.payload.seconds === 42);
});
