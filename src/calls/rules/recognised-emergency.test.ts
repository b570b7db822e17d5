import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { billing, optionOf } from '../../routing/rules/snapshot-on-trial.ts';
import { billingClinic, startTrial } from './call-on-trial.ts';
import { newInboundCall, newOutboundCall, type CallState } from './call-state.ts';
import { eventsOfCall } from './call-event.ts';
import { denyEmergency, noteEmergency } from './recognised-emergency.ts';

const now = Temporal.Instant.from('2026-11-16T16:00:00Z');
const sign = { by: 'words', detail: 'bleeding' } as const;
const call = {
  id: 'call',
  direction: 'inbound',
  fromNumber: '+13125550121',
  toNumber: '+13125550100',
  patientId: null,
  leadId: null,
  startedAt: now,
} as const;
const emergenciesIn = (before: CallState | null, state: CallState): (string | undefined)[] =>
  eventsOfCall(call, before, state, now).flatMap(({ kind, payload, key }) =>
    kind === 'INCOMING_CALL' && payload.emergency ? [key] : [],
  );

describe('recognised while the call is routed', () => {
  const toBilling = { type: 'department', departmentId: billing } as const;

  test('by a key of the menu', () => {
    const options = [
      optionOf('1', toBilling, { label: 'Severe pain', emergency: true }),
      optionOf('2', toBilling),
    ];
    const trial = startTrial({ snapshot: billingClinic({ options }) });
    trial.incoming();
    trial.press('1');
    assert.deepEqual(trial.state().emergency, {
      by: 'menu',
      at: trial.state().emergency?.at,
      detail: 'Severe pain',
    });
    const other = startTrial({ snapshot: billingClinic({ options }) });
    other.incoming();
    other.press('2');
    assert.equal(other.state().emergency, undefined);
  });

  test('by the department that is called', () => {
    const snapshot = billingClinic();
    const departments = snapshot.departments.map((one) => ({ ...one, emergency: one.id === billing }));
    const trial = startTrial({ snapshot: { ...snapshot, departments } });
    trial.incoming();
    trial.press('1');
    assert.equal(trial.state().emergency?.by, 'department');
    assert.equal(trial.story().filter((entry) => entry.startsWith('emergency')).length, 1);
  });
});

describe('what is told of it', () => {
  const before = newInboundCall('en');
  const after = noteEmergency(before, sign, now).state;

  test('once for each call, whenever it is known', () => {
    assert.deepEqual(emergenciesIn(null, before), []);
    assert.deepEqual(emergenciesIn(before, after), ['call:emergency']);
    assert.deepEqual(emergenciesIn(null, after), ['call:emergency']);
    assert.deepEqual(emergenciesIn(after, after), []);
    assert.deepEqual(emergenciesIn(after, denyEmergency(after, null).state), []);
  });

  test('the first sign counts, and only a person overrules a person', () => {
    assert.equal(noteEmergency(after, { by: 'person', detail: null }, now).state, after);
    const denied = denyEmergency(after, 'olivia').state;
    assert.equal(noteEmergency(denied, sign, now).state, denied);
    assert.equal(noteEmergency(denied, { by: 'person', detail: null }, now).state.emergency?.by, 'person');
    assert.equal(denyEmergency(before, 'olivia').state, before);
    const own = newOutboundCall('en', 'olivia', 'portal', '+13125550121');
    assert.equal(noteEmergency(own, sign, now).state, own);
  });
});
