import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Hook, VoiceStep } from '../../ports/carrier/voice-steps.ts';
import type { RingTarget } from '../../routing/rules/decide-ring.ts';
import type { BusinessHours } from '../../clinics/rules/opening.ts';
import type { RoutingSnapshot } from '../../routing/rules/routing-snapshot.ts';
import {
  billing,
  billingTeam,
  optionOf,
  reception,
  routeOf,
  snapshotOf,
  staffOf,
} from '../../routing/rules/snapshot-on-trial.ts';
import type { LegStatus } from '../../ports/carrier/leg-status.ts';
import type { CallFact } from './call-fact.ts';
import {
  callerSid,
  danielSid,
  jamesSid,
  oliviaSid,
  oliviaTalksOut,
  outsideSid,
  patientNumber,
  recordingSid,
  talkingWithOlivia,
  type Trial,
} from './call-on-trial.ts';
import { errandCall } from './errand-on-trial.ts';
import { newInboundCall, newOutboundCall, staffBusyIn, type CallState } from './call-state.ts';
import { decideCall } from './decide-call.ts';
import type { CallContext, Decision } from './decision.ts';
import { readWebhook } from './read-webhook.ts';

const digits = fc.constantFrom('', '1', '2', '3', '9', '*', '11');
const gone = fc.boolean();
const status = fc.constantFrom<LegStatus>(
  'queued',
  'initiated',
  'ringing',
  'in-progress',
  'completed',
  'busy',
  'no-answer',
  'failed',
  'canceled',
);
const staffId = fc.constantFrom('olivia', 'james', 'daniel', 'sofia', 'stranger');
const legSid = fc.constantFrom(callerSid, oliviaSid, jamesSid, danielSid, outsideSid);
const target: fc.Arbitrary<RingTarget> = fc.constantFrom(
  { kind: 'department', departmentId: billing },
  { kind: 'department', departmentId: 'gone' },
  { kind: 'staff', staffId: 'james' },
  { kind: 'staff', staffId: 'stranger' },
  { kind: 'anyone' },
);

const fact: fc.Arbitrary<CallFact> = fc.oneof(
  fc.constant({ fact: 'incoming' as const }),
  fc.record({ fact: fc.constant('keys' as const), digits }),
  fc.constant({ fact: 'assistant-asked' as const }),
  fc.record({ fact: fc.constant('route-asked' as const), digits }),
  fc.constant({ fact: 'voicemail-asked' as const }),
  fc.record({ fact: fc.constant('outbound-answered' as const), digits: fc.option(digits) }),
  fc.record({
    fact: fc.constant('dial-ended' as const),
    status,
    bridged: fc.option(fc.boolean()),
    legSid: fc.option(legSid),
    asker: fc.constantFrom('customer' as const, 'staff' as const),
    callerGone: gone,
  }),
  fc.record({
    fact: fc.constant('queue-left' as const),
    result: fc.constantFrom('bridged', 'hangup', 'redirected', 'redirected-from-bridged', 'error', ''),
    callerGone: gone,
  }),
  fc.record({
    fact: fc.constant('staff-leg' as const),
    legSid,
    staffId,
    via: fc.constantFrom('portal' as const, 'phone' as const),
    status,
    turn: fc.option(fc.integer({ min: 1, max: 12 })),
  }),
  fc.record({ fact: fc.constant('customer-leg' as const), legSid, status }),
  fc.record({ fact: fc.constant('whisper-answered' as const), legSid, staffId, digits }),
  fc.record({
    fact: fc.constant('recording' as const),
    recordingSid: fc.constantFrom(recordingSid, `RE${'2'.repeat(32)}`),
    seconds: fc.integer({ min: 0, max: 300 }),
    callerGone: gone,
  }),
  fc.record({ fact: fc.constant('call-progress' as const), status }),
  fc.record({ fact: fc.constant('transfer-asked' as const), byStaffId: staffId, target }),
  fc.record({ fact: fc.constant('hold-asked' as const), byStaffId: staffId }),
  fc.record({ fact: fc.constant('resume-asked' as const), byStaffId: staffId }),
  fc.record({ fact: fc.constant('hang-up-asked' as const), byStaffId: staffId }),
  fc.constant({ fact: 'somebody-free' as const }),
  fc.record({ fact: fc.constant('whisper-asked' as const), staffId }),
  fc.record({
    fact: fc.constant('document-asked' as const),
    which: fc.constantFrom('hold-staff' as const, 'hold-customer' as const, 'take-back' as const),
  }),
  fc.record({ fact: fc.constant('staff-left' as const), bridged: fc.boolean() }),
  fc.record({
    fact: fc.constant('script-asked' as const),
    by: fc.constantFrom('person' as const, 'machine' as const, null),
  }),
  fc.record({ fact: fc.constant('errand-keys' as const), digits, mayConfirm: fc.boolean() }),
  fc.constant({ fact: 'trouble' as const }),
);

/** The clinic changes between two facts too: people come, go and get busy. */
const snapshot: fc.Arbitrary<RoutingSnapshot> = fc
  .record({
    presence: fc.array(
      fc.record({
        online: fc.boolean(),
        available: fc.boolean(),
        busyWithCallId: fc.constantFrom(null, null, 'this-call', 'another'),
      }),
      { minLength: 4, maxLength: 4 },
    ),
    settings: fc.record({
      menuEnabled: fc.boolean(),
      aiEnabled: fc.boolean(),
      voicemailEnabled: fc.boolean(),
      maxWaitSeconds: fc.constantFrom(0, 60),
      afterHours: fc.constantFrom(
        'voicemail' as const,
        'menu' as const,
        'staff' as const,
        'external' as const,
      ),
      afterHoursNumber: fc.constantFrom(null, '+13125550190'),
      businessHours: fc.constantFrom<BusinessHours>({}, { '7': [] }),
    }),
    withOptions: fc.boolean(),
  })
  .map(({ presence, settings, withOptions }) =>
    snapshotOf({
      settings,
      options: withOptions
        ? [
            optionOf('1', { type: 'department', departmentId: billing }),
            optionOf('2', { type: 'menu' }),
            optionOf(
              '1',
              { type: 'ai', departmentId: null, fallbackToStaff: true },
              { id: 'b1', parentId: 'option-2' },
            ),
            optionOf('2', { type: 'voicemail', departmentId: reception }, { id: 'b2', parentId: 'option-2' }),
            optionOf('3', { type: 'external', number: '+13125550191' }),
          ]
        : [],
      staff: [
        ...billingTeam(),
        staffOf('sofia', [routeOf({ departmentId: null, phone: '+13125550114' })]),
      ].map((member, index) => ({ ...member, ...presence[index] })),
    }),
  );

type Moment = { fact: CallFact; snapshot: RoutingSnapshot; seconds: number };
const moments = fc.array(fc.record({ fact, snapshot, seconds: fc.integer({ min: 0, max: 90 }) }), {
  minLength: 1,
  maxLength: 25,
});
const onHold = (call: Trial): CallState => {
  call.tell({ fact: 'hold-asked', byStaffId: 'olivia' });
  return call.state();
};
const transferred = (call: Trial): CallState => {
  call.tell({ fact: 'transfer-asked', byStaffId: 'olivia', target: { kind: 'anyone' } });
  return call.state();
};

const beginning = fc.constantFrom<CallState>(
  talkingWithOlivia().state(),
  onHold(talkingWithOlivia()),
  transferred(talkingWithOlivia()),
  oliviaTalksOut().state(),
  onHold(oliviaTalksOut()),
  transferred(oliviaTalksOut()),
  newInboundCall('en'),
  newInboundCall('de'),
  newOutboundCall('en', 'olivia', 'portal', patientNumber),
  newOutboundCall('de', 'daniel', 'phone', patientNumber),
  errandCall(),
  errandCall({ keys: [], choices: '', machineMessage: null, appointmentId: null }),
  { ...errandCall({ met: 'person' }), phase: { at: 'script', misses: 1 } },
);

const contextAt = (scene: RoutingSnapshot, seconds: number): CallContext => ({
  callId: 'this-call',
  carrierSid: callerSid,
  clinicNumber: '+13125550100',
  callerName: null,
  snapshot: scene,
  now: Temporal.Instant.from('2026-11-16T16:00:00Z').add({ seconds }),
});

type Seen = { before: CallState; moment: Moment; decision: Decision; context: CallContext };

const runThrough = (start: CallState, all: Moment[], look: (seen: Seen) => void): CallState => {
  let state = start;
  let seconds = 0;
  for (const moment of all) {
    seconds += moment.seconds;
    const context = contextAt(moment.snapshot, seconds);
    const decision = decideCall(state, moment.fact, context);
    if (decision === null) continue;
    look({ before: state, moment, decision, context });
    state = decision.state;
  }
  return state;
};

const everySequence = (look: (seen: Seen) => void): void =>
  fc.assert(
    fc.property(beginning, moments, (start, all) => void runThrough(start, all, look)),
    { numRuns: 1500 },
  );

/** Somebody outside hears the answer to this fact. */
const callerListens = ({ fact: name, ...rest }: CallFact, before: CallState): boolean => {
  const isGone = 'callerGone' in rest && rest.callerGone;
  switch (name) {
    case 'incoming':
    case 'keys':
    case 'assistant-asked':
    case 'route-asked':
    case 'voicemail-asked':
    case 'trouble':
    case 'script-asked':
    case 'errand-keys':
      return true;
    case 'dial-ended':
      return !isGone && 'asker' in rest && rest.asker === 'customer';
    case 'queue-left':
    case 'recording':
      return !isGone;
    default:
      return before.phase.at === 'outbound' && name === 'outbound-answered';
  }
};

const hooksIn = (steps: VoiceStep[]): Hook[] =>
  steps.flatMap((step) => {
    const own = 'hook' in step ? [step.hook] : [];
    if (step.do === 'gather')
      own.push(...step.prompts.flatMap((prompt) => ('hook' in prompt ? [prompt.hook] : [])));
    if (step.do === 'record') own.push(step.finished);
    if (step.do === 'enqueue') own.push(step.music);
    if (step.do === 'dial')
      own.push(
        ...step.targets.flatMap(({ progress, ...more }) =>
          'whisper' in more && more.whisper ? [progress, more.whisper] : [progress],
        ),
      );
    return own;
  });

const served = new Set([
  'incoming',
  'ivr-gather',
  'route-to-staff',
  'ai-gather',
  'voicemail',
  'recording-status',
  'call-status',
  'status-callback',
  'whisper',
  'whisper-answer',
  'outbound',
  'hold-staff',
  'hold-customer',
  'take-back',
  'queue-left',
  'staff-left',
  'script',
  'script-keys',
  'music',
  'hold-music',
]);

describe('whatever happens to a call, in whatever order', () => {
  test('a listening caller is kept, told goodbye, or at the end of a conversation', () => {
    everySequence(({ before, moment, decision }) => {
      if (!callerListens(moment.fact, before)) return;
      const { steps, state } = decision;
      const last = steps.at(-1);
      assert.ok(last, `${moment.fact.fact} in ${before.phase.at} got an empty document`);
      assert.ok(['dial', 'redirect', 'enqueue', 'hang-up'].includes(last.do), last.do);
      if (last.do !== 'hang-up') return;
      const spoke = steps.some((step) => ['say', 'record', 'gather'].includes(step.do));
      const machine = state.errand?.met === 'machine';
      const over = state.phase.at === 'ended' || state.phase.at === 'outbound' || machine;
      assert.ok(spoke || over, `${moment.fact.fact} in ${before.phase.at} hung up without a word`);
    });
  });

  test('the state is plain JSON', () => {
    everySequence(({ decision: { state } }) => {
      assert.deepEqual(JSON.parse(JSON.stringify(state)), state);
    });
  });

  test('entries of history and turns only grow', () => {
    everySequence(({ before, decision }) => {
      assert.equal(decision.state.steps, before.steps + decision.history.length);
      assert.equal(decision.state.turn, before.turn + (decision.steps.length > 0 ? 1 : 0));
    });
  });

  test('an ended call stays ended, keeps nobody busy, and no answer is taken back', () => {
    everySequence(({ before, decision: { state } }) => {
      if (state.phase.at === 'ended') assert.deepEqual(staffBusyIn(state), []);
      if (before.phase.at !== 'ended') return;
      assert.ok(state.phase.at === 'ended');
      if (before.phase.outcome === 'answered') assert.equal(state.phase.outcome, 'answered');
    });
  });

  test('an errand is told to be over once, and what was promised on it stays', () => {
    everySequence(({ before, decision: { state, effects } }) => {
      const over = effects.filter(({ effect }) => effect === 'errand-over').length;
      const ends = before.phase.at !== 'ended' && state.phase.at === 'ended';
      assert.equal(over, ends && state.errand !== undefined ? 1 : 0);
      if (before.errand?.chosen) assert.equal(state.errand?.chosen, before.errand.chosen);
      if (before.errand?.met) assert.equal(state.errand?.met, before.errand.met);
    });
  });

  test('nobody is rung who is away or talks on another call', () => {
    everySequence(({ before, decision, context }) => {
      const { phase } = decision.state;
      if (phase.at !== 'ringing' || !decision.history.some(({ kind }) => kind === 'ringing')) return;
      assert.notEqual(before.phase.at, 'ended');
      for (const { staffId: id } of phase.ring) {
        const member = context.snapshot.staff.find((one) => one.id === id);
        assert.ok(member?.available && member.busyWithCallId !== 'another', id);
      }
    });
  });

  test('every address in a document is one that is served, and names the next turn', () => {
    everySequence(({ before, decision }) => {
      for (const hook of hooksIn(decision.steps)) {
        assert.ok(served.has(hook.endpoint), hook.endpoint);
        if (!hook.endpoint.endsWith('music')) assert.equal(hook.query['turn'], String(before.turn + 1));
      }
    });
  });

  test('a dial is never empty and rings ten lines at most; a gather has a way on', () => {
    everySequence(({ decision }) => {
      for (const [index, step] of decision.steps.entries()) {
        if (step.do === 'dial') assert.ok(step.targets.length > 0 && step.targets.length <= 10);
        if (step.do === 'gather') assert.ok(decision.steps[index + 1], 'nothing after a gather without keys');
      }
    });
  });
});

/** A caller who stays on the line and says nothing, and staff who never answer: what the carrier asks next. */
const nextQuestion = (
  steps: VoiceStep[],
): { hook: Hook; params: Record<string, string>; seconds: number } | null => {
  for (const step of steps) {
    switch (step.do) {
      case 'dial':
        return {
          hook: step.hook,
          params: { DialCallStatus: 'no-answer', DialBridged: 'false' },
          seconds: step.timeoutSeconds,
        };
      case 'redirect':
        return { hook: step.hook, params: {}, seconds: 0 };
      case 'gather':
        if (step.emptyToo) return { hook: step.hook, params: { Digits: '' }, seconds: 11 };
        break;
      case 'record':
      case 'hang-up':
      case 'enqueue':
        return null;
      default:
    }
  }
  return null;
};

test('after anything at all, a caller who stays on the line reaches voicemail or a goodbye', () => {
  fc.assert(
    fc.property(moments, snapshot, (all, scene) => {
      let state = runThrough(newInboundCall('en'), all, () => {});
      if (['connected', 'held', 'ended'].includes(state.phase.at)) return;
      let seconds = 10_000;
      let asked: CallFact = { fact: 'trouble' };
      for (let round = 0; round < 60; round += 1) {
        const decision = decideCall(state, asked, contextAt(scene, seconds))!;
        state = decision.state;
        const next = nextQuestion(decision.steps);
        if (next === null) {
          const last = decision.steps.at(-1)?.do;
          assert.ok(last === 'hang-up', `left with ${last}`);
          return;
        }
        seconds += next.seconds;
        const read = readWebhook({
          endpoint: next.hook.endpoint,
          query: next.hook.query,
          params: { CallSid: callerSid, CallStatus: 'in-progress', ...next.params },
          call: { carrierSid: callerSid, beginsWithCustomer: true },
        });
        assert.ok(read, `${next.hook.endpoint} was not understood`);
        asked = read;
      }
      assert.fail(`still in ${state.phase.at} after 60 rounds`);
    }),
    { numRuns: 700 },
  );
});
