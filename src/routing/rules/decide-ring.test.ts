import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { decideRing, type RingDecision, type RingTarget } from './decide-ring.ts';
import type { CallSettings, StaffAtMoment } from './routing-snapshot.ts';
import { billing, billingTeam, reception, routeOf, snapshotOf, staffOf } from './snapshot-on-trial.ts';

const forBilling: RingTarget = { kind: 'department', departmentId: billing };
const forAnyone: RingTarget = { kind: 'anyone' };

type Ask = {
  target?: RingTarget;
  tried?: string[];
  waitedSeconds?: number;
  settings?: Partial<CallSettings>;
};

const ask = (staff: StaffAtMoment[], request: Ask = {}): RingDecision =>
  decideRing(snapshotOf({ staff, ...(request.settings ? { settings: request.settings } : {}) }), {
    callId: 'this-call',
    target: request.target ?? forBilling,
    tried: request.tried ?? [],
    waitedSeconds: request.waitedSeconds ?? 0,
  });

const rung = (decision: RingDecision): string[] | string =>
  decision.ring?.map((member) => member.staffId) ??
  ('next' in decision ? `${decision.next}: ${decision.reason}` : '');

const skipped = (decision: RingDecision): Record<string, string> =>
  Object.fromEntries(decision.skipped.map(({ staffId, reason }) => [staffId, reason]));

/** Every round until nobody is left, each with everybody rung before as tried. */
const rounds = (staff: StaffAtMoment[], request: Ask = {}): (string[] | string)[] => {
  const story: (string[] | string)[] = [];
  const tried: string[] = [];
  for (;;) {
    const decision = ask(staff, { ...request, tried });
    story.push(rung(decision));
    if (decision.ring === null || story.length > 100) return story;
    tried.push(...decision.ring.map((member) => member.staffId));
  }
};

describe('billing with portal priority 1, backup 2, manager by phone 3', () => {
  test('rings one after the other, then voicemail', () => {
    assert.deepEqual(rounds(billingTeam()), [['olivia'], ['james'], ['daniel'], 'voicemail: nobody-left']);
  });

  test('rings the first two in the portal and the manager on the phone', () => {
    const team = billingTeam();
    assert.deepEqual(ask(team).ring, [{ staffId: 'olivia', name: 'olivia', portal: true, phone: null }]);
    assert.deepEqual(ask(team, { tried: ['olivia', 'james'] }).ring, [
      { staffId: 'daniel', name: 'daniel', portal: false, phone: '+13125550111' },
    ]);
  });

  const obstacles: [title: string, change: Partial<StaffAtMoment>, reason: string][] = [
    ['offline', { online: false }, 'offline'],
    ['switched off', { available: false }, 'switched-off'],
    ['busy with another call', { busyWithCallId: 'another' }, 'busy'],
    ['off for billing', { routes: [routeOf({ on: false })] }, 'switched-off'],
    ['out of the portal and without a phone', { routes: [routeOf({ inPortal: false })] }, 'offline'],
  ];
  for (const [title, change, reason] of obstacles) {
    test(`passes over the first who is ${title}, and says why`, () => {
      const [olivia, ...others] = billingTeam();
      const decision = ask([{ ...olivia!, ...change }, ...others]);
      assert.deepEqual(rung(decision), ['james']);
      assert.deepEqual(skipped(decision), { olivia: reason });
    });
  }

  test('whoever is busy with this very call may be rung for it', () => {
    const [olivia, ...others] = billingTeam();
    assert.deepEqual(rung(ask([{ ...olivia!, busyWithCallId: 'this-call' }, ...others])), ['olivia']);
  });
});

describe('together and in turn', () => {
  test('equal priorities ring together', () => {
    const team = [
      staffOf('a', [routeOf({ priority: 2 })]),
      staffOf('b', [routeOf({ priority: 1 })]),
      staffOf('c', [routeOf({ priority: 1 })]),
    ];
    assert.deepEqual(rounds(team), [['b', 'c'], ['a'], 'voicemail: nobody-left']);
  });

  test('a browser and a phone of one person ring together', () => {
    const both = staffOf('a', [routeOf({ phone: '+13125550112' })]);
    assert.deepEqual(ask([both]).ring, [{ staffId: 'a', name: 'a', portal: true, phone: '+13125550112' }]);
    assert.deepEqual(ask([{ ...both, online: false }]).ring, [
      { staffId: 'a', name: 'a', portal: false, phone: '+13125550112' },
    ]);
  });

  test('ten lines at once; the rest in the next round', () => {
    const single = Array.from({ length: 12 }, (_, i) => staffOf(`s${i}`, [routeOf()]));
    assert.deepEqual(
      rounds(single).map((round) => (Array.isArray(round) ? round.length : round)),
      [10, 2, 'voicemail: nobody-left'],
    );
    const double = Array.from({ length: 6 }, (_, i) =>
      staffOf(`d${i}`, [routeOf({ phone: `+1312555000${i}` })]),
    );
    assert.deepEqual(
      rounds(double).map((round) => (Array.isArray(round) ? round.length : round)),
      [5, 1, 'voicemail: nobody-left'],
    );
  });
});

describe('whom a caller wants', () => {
  const general = staffOf('general', [routeOf({ departmentId: null })]);
  const billingOnly = staffOf('billing-only', [routeOf()]);

  test('a department does not ring those of another', () => {
    const other = staffOf('other', [routeOf({ departmentId: reception })]);
    assert.equal(rung(ask([other, general])), 'voicemail: nobody-assigned');
  });

  test('anybody is whoever takes general calls', () => {
    assert.deepEqual(rung(ask([billingOnly, general], { target: forAnyone })), ['general']);
  });

  test('with nobody for general calls it is everybody, at their best priority', () => {
    const two = staffOf('two', [routeOf({ priority: 5 }), routeOf({ departmentId: reception, priority: 2 })]);
    assert.deepEqual(rounds([billingOnly, two], { target: forAnyone }), [
      ['billing-only'],
      ['two'],
      'voicemail: nobody-left',
    ]);
  });

  test('one person is rung by the first of their ways that works', () => {
    const routes = [
      routeOf({ priority: 1, on: false }),
      routeOf({ departmentId: reception, priority: 2, inPortal: false, phone: '+13125550113' }),
    ];
    const target: RingTarget = { kind: 'staff', staffId: 'one' };
    assert.deepEqual(ask([staffOf('one', routes)], { target }).ring, [
      { staffId: 'one', name: 'one', portal: false, phone: '+13125550113' },
    ]);
    assert.deepEqual(skipped(ask([staffOf('one', routes.slice(0, 1))], { target })), { one: 'switched-off' });
    assert.equal(rung(ask([staffOf('one', [])], { target })), 'voicemail: nobody-assigned');
  });

  test('a clinic without staff', () => {
    for (const target of [forBilling, forAnyone, { kind: 'staff', staffId: 'nobody' } as const])
      assert.equal(rung(ask([], { target })), 'voicemail: nobody-assigned');
  });
});

describe('when everybody is busy', () => {
  const busy = [staffOf('olivia', [routeOf()], { busyWithCallId: 'another' })];
  const settings = { maxWaitSeconds: 120 };

  test('the caller waits as long as the clinic allows, and then speaks to the voicemail', () => {
    assert.equal(rung(ask(busy, { settings })), 'wait: all-busy');
    assert.equal(rung(ask(busy, { settings, waitedSeconds: 119.9 })), 'wait: all-busy');
    assert.equal(rung(ask(busy, { settings, waitedSeconds: 120 })), 'voicemail: all-busy');
  });

  test('without waiting it is voicemail at once', () => {
    assert.equal(rung(ask(busy)), 'voicemail: all-busy');
  });

  test('nobody waits for people who are offline or off', () => {
    const gone = [
      staffOf('a', [routeOf()], { online: false }),
      staffOf('b', [routeOf()], { available: false }),
    ];
    assert.equal(rung(ask(gone, { settings })), 'voicemail: nobody-left');
  });

  test('nor for somebody who did not answer before', () => {
    assert.equal(rung(ask(busy, { settings, tried: ['olivia'] })), 'voicemail: nobody-left');
  });
});

const anyRoute = fc.record({
  departmentId: fc.constantFrom(billing, reception, null),
  priority: fc.integer({ min: 1, max: 4 }),
  inPortal: fc.boolean(),
  phone: fc.constantFrom(null, '+13125550111'),
  on: fc.boolean(),
});
const anyStaff = fc
  .array(
    fc.record({
      routes: fc.uniqueArray(anyRoute, { selector: (route) => route.departmentId, maxLength: 3 }),
      online: fc.boolean(),
      available: fc.boolean(),
      busyWithCallId: fc.constantFrom(null, 'this-call', 'another'),
    }),
    { maxLength: 15 },
  )
  .map((all): StaffAtMoment[] => all.map((one, index) => ({ id: `s${index}`, name: `s${index}`, ...one })));
const anyTarget: fc.Arbitrary<RingTarget> = fc.oneof(
  fc.constant(forBilling),
  fc.constant(forAnyone),
  fc.nat({ max: 15 }).map((index) => ({ kind: 'staff' as const, staffId: `s${index}` })),
);

describe('properties', () => {
  test('nobody is rung who is busy, offline, switched off or tried, and no more than ten lines', () => {
    const tried = fc.uniqueArray(fc.nat({ max: 15 }).map((index) => `s${index}`));
    fc.assert(
      fc.property(anyStaff, anyTarget, tried, (staff, target, before) => {
        const decision = ask(staff, { target, tried: before });
        if (decision.ring === null) return;
        const lines = decision.ring.flatMap(({ portal, phone }) => [
          ...(portal ? ['portal'] : []),
          ...(phone === null ? [] : [phone]),
        ]);
        assert.ok(lines.length > 0 && lines.length <= 10);
        assert.equal(new Set(decision.ring.map(({ staffId }) => staffId)).size, decision.ring.length);
        for (const member of decision.ring) {
          const person = staff.find(({ id }) => id === member.staffId)!;
          assert.ok(member.portal || member.phone !== null);
          assert.ok(!member.portal || person.online);
          assert.ok(person.available && person.busyWithCallId !== 'another');
          assert.ok(!before.includes(person.id));
          assert.ok(person.routes.some(({ on }) => on));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('for a department nobody free of a lower number is left out', () => {
    fc.assert(
      fc.property(anyStaff, (staff) => {
        const decision = ask(staff);
        if (decision.ring === null) return;
        const free = staff.flatMap((one) => {
          const route = one.routes.find(({ departmentId }) => departmentId === billing);
          const reachable = route?.on && ((route.inPortal && one.online) || route.phone !== null);
          return reachable && one.available && one.busyWithCallId !== 'another' ? [route.priority] : [];
        });
        assert.equal(decision.priority, Math.min(...free));
      }),
      { numRuns: 500 },
    );
  });

  test('ringing on with everybody rung as tried always ends in voicemail, and each is rung once', () => {
    fc.assert(
      fc.property(anyStaff, anyTarget, (staff, target) => {
        const story = rounds(staff, { target });
        assert.match(String(story.at(-1)), /^voicemail: /);
        const all = story.slice(0, -1).flat();
        assert.equal(new Set(all).size, all.length);
      }),
      { numRuns: 300 },
    );
  });
});
