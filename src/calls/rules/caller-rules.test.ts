import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CallerFacts } from '../../routing/rules/caller-facts.ts';
import { chooseCallerRule, type UsableRule } from '../../routing/rules/choose-caller-rule.ts';
import { billing } from '../../routing/rules/snapshot-on-trial.ts';
import { billingClinic, startTrial } from './call-on-trial.ts';
import { newInboundCall } from './call-state.ts';
import { previewCall } from './preview-call.ts';

const nobody: CallerFacts = { vip: false, language: null, balanceCents: null, phases: [] };
const caller = (own: Partial<CallerFacts>): CallerFacts => ({ ...nobody, balanceCents: 0, ...own });
const rule = (
  name: string,
  when: Partial<UsableRule['when']>,
  route: UsableRule['route'],
  alsoClosed = false,
): UsableRule => ({
  id: name,
  name,
  when: { vip: false, language: null, balanceOverCents: null, phases: [], ...when },
  alsoClosed,
  route,
});
const toOlivia = { type: 'staff', staffId: 'olivia' } as const;
const toBilling = { type: 'department', departmentId: billing } as const;
const clinic = (...callerRules: UsableRule[]) => billingClinic({ settings: { callerRules } });
const chosen = (rules: UsableRule[], who: CallerFacts | null, isOpen = true): string | null =>
  chooseCallerRule(clinic(...rules), who, isOpen)?.name ?? null;

test('the first rule that holds decides; all of its conditions have to', () => {
  const rules = [
    rule('owing VIP', { vip: true, balanceOverCents: 5000 }, toBilling),
    rule('VIP', { vip: true }, toOlivia),
    rule('in treatment', { phases: ['active', 'retention'] }, toBilling),
    rule('German', { language: 'de' }, toOlivia),
  ];
  assert.equal(chosen(rules, caller({ vip: true, balanceCents: 5001 })), 'owing VIP');
  assert.equal(chosen(rules, caller({ vip: true, balanceCents: 5000 })), 'VIP');
  assert.equal(chosen(rules, caller({ phases: ['completed', 'active'] })), 'in treatment');
  assert.equal(chosen(rules, caller({ phases: ['proposed'], language: 'de' })), 'German');
  assert.equal(chosen(rules, caller({ language: 'en' })), null);
  assert.equal(chosen(rules, nobody), null);
  assert.equal(chosen(rules, null), null);
});

test('a rule holds while the clinic is open, unless it says otherwise', () => {
  const day = rule('by day', { vip: true }, toOlivia);
  const always = rule('always', { vip: true }, toBilling, true);
  assert.equal(chosen([day, always], caller({ vip: true }), false), 'always');
});

test('a rule that asks nothing, or leads to somebody who is gone, takes nobody’s calls', () => {
  const gone = rule('gone', { vip: true }, { type: 'staff', staffId: 'left' });
  const closed = rule('closed', { vip: true }, { type: 'voicemail', departmentId: 'no more' });
  const all = rule('all', {}, toOlivia);
  assert.equal(chosen([gone, closed, all], caller({ vip: true })), null);
});

test('whoever is not known is never taken by a rule, whatever it asks', () => {
  const when = fc.record({
    vip: fc.boolean(),
    language: fc.constantFrom('en' as const, 'de' as const, null),
    balanceOverCents: fc.option(fc.integer({ min: 0, max: 1000 })),
    phases: fc.subarray(['proposed', 'active'] as const).map((phases) => [...phases]),
  });
  fc.assert(
    fc.property(fc.array(when, { maxLength: 4 }), (all) => {
      assert.equal(
        chosen(
          all.map((asked, index) => rule(String(index), asked, toOlivia)),
          nobody,
        ),
        null,
      );
    }),
  );
});

test('a VIP is greeted and rung through without the menu, and the story says which rule it was', () => {
  const snapshot = clinic(rule('VIPs', { vip: true }, toOlivia));
  const call = startTrial({ snapshot, state: newInboundCall('en', caller({ vip: true })) });
  const [hello, ...rest] = call.incoming()!;
  assert.equal(hello, 'say: Thank you for calling Lakeside Dental.');
  assert.equal(rest.at(-1), 'dial: olivia');
  assert.deepEqual(call.story().slice(0, 2), ['incoming open', 'caller-rule staff']);
  assert.deepEqual(call.entries()[1]?.detail, { rule: 'VIPs' });
  const other = startTrial({ snapshot, state: newInboundCall('en', caller({})) });
  assert.match(other.incoming()![0]!, /^gather/);
});

test('“as everybody” keeps a caller from the rules below', () => {
  const snapshot = clinic(
    rule('VIPs', { vip: true }, { type: 'menu' }),
    rule('owing', { balanceOverCents: 0 }, toBilling),
  );
  const call = startTrial({
    snapshot,
    state: newInboundCall('en', caller({ vip: true, balanceCents: 900 })),
  });
  assert.match(call.incoming()![0]!, /^gather/);
  assert.deepEqual(call.story(), ['incoming open', 'caller-rule menu', 'menu-offered open']);
});

test('a try-out with a caller is decided by the same rules', () => {
  const snapshot = clinic(
    rule('owing', { balanceOverCents: 5000 }, { type: 'voicemail', departmentId: billing }),
  );
  const now = Temporal.Instant.from('2026-11-24T16:00:00Z');
  const kinds = (who: CallerFacts | null) =>
    previewCall(snapshot, now, '', who).map(({ kind, reason }) => `${kind} ${reason}`);
  assert.deepEqual(kinds(caller({ balanceCents: 9000 })).slice(0, 3), [
    'incoming open',
    'caller-rule voicemail',
    'voicemail caller-rule',
  ]);
  assert.equal(kinds(null)[1], 'menu-offered open');
});
