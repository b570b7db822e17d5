import assert from 'node:assert/strict';
import test from 'node:test';
import { array, assert as check, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { atUrl } from './source.ts';
import { scenario } from './testing/scenario.ts';
import type { TestPhone } from './testing/test-phone.ts';

const VOICES = [
  '<Gather numDigits="1" action="/menu"><Say>Press a key.</Say></Gather><Redirect>/menu</Redirect>',
  '<Dial action="/next" answerOnBridge="true" timeout="10"><Client url="/whisper">anna</Client><Client>ben</Client></Dial>',
  '<Dial sequential="true" timeout="5"><Client>ben</Client><Client>anna</Client></Dial><Record maxLength="20" action="/next"/>',
  '<Enqueue action="/next" waitUrl="/music">line</Enqueue>',
  '<Dial timeout="10" action="/next"><Queue>line</Queue></Dial>',
] as const;

const ANSWERS = {
  '/menu': '<Dial action="/next"><Client>anna</Client><Client>ben</Client></Dial>',
  '/whisper': '<Gather numDigits="1" timeout="3" action="/yes"><Say>Press 1.</Say></Gather><Hangup/>',
  '/yes': '',
  '/music': '<Pause length="4"/>',
  '/next': '<Pause length="1"/>',
  '/aside': '<Enqueue waitUrl="/music">line</Enqueue>',
  '/elsewhere': '<Dial timeout="8"><Client>ben</Client></Dial>',
};

const step = record({
  waitMs: integer({ min: 0, max: 6000 }),
  who: constantFrom(0, 1, 2, 3),
  does: constantFrom('answer', 'decline', 'hangUp', 'press', 'aside', 'elsewhere', 'complete'),
});

function act(engine: ReturnType<typeof scenario>['engine'], phone: TestPhone, does: string): void {
  const leg = phone.leg;
  if (!leg) return;
  const to = (path: string) => atUrl({ url: `https://clinic.example${path}`, method: 'POST' });
  if (does === 'answer') phone.answer();
  if (does === 'decline') phone.decline();
  if (does === 'hangUp') phone.hangUp();
  if (does === 'press') phone.press('1');
  if (does === 'aside') engine.redirect(leg.sid, to('/aside'));
  if (does === 'elsewhere') engine.redirect(leg.sid, to('/elsewhere'));
  if (does === 'complete') engine.complete(leg.sid);
}

test('whatever people do and whenever: calls end once, nobody talks with two, nothing is left over', async () => {
  await check(
    asyncProperty(
      constantFrom(...VOICES),
      constantFrom(...VOICES),
      array(step, { maxLength: 12 }),
      async (first, second, steps) => {
        const s = scenario({
          ...ANSWERS,
          '/voice': ({ From: from }) => (from === '+13125550101' ? first : second),
        });
        const callers = ['+13125550101', '+13125550102'].map((number) => s.phone(number));
        const phones = [...callers, s.phone('client:anna'), s.phone('client:ben')];
        for (const caller of callers) await s.call(caller);
        for (const { waitMs, who, does } of steps) {
          await s.clock.advance(waitMs);
          const phone = phones[who];
          if (phone) act(s.engine, phone, does);
        }
        await s.seconds(120);
        for (const leg of s.engine.network.legs.values()) s.engine.complete(leg.sid);
        await s.seconds(120);

        const calls = s.store.calls.list({});
        assert.deepEqual(
          calls.filter(({ endedAt }) => endedAt === null),
          [],
        );
        assert.equal(s.engine.network.legs.size, 0);
        assert.equal(s.told.filter(({ path }) => path === '/status').length, 2);
        for (const log of phones.flatMap(({ byCall }) => [...byCall.values()])) assertTalksWithOne(log);
        const failures = calls
          .flatMap(({ sid }) => s.store.inspector.of(sid))
          .filter(({ title }) => title.includes('sandbox failed'));
        assert.deepEqual(failures, []);
        await s.engine.close();
        assert.equal(s.clock.waiting(), 0);
      },
    ),
    { numRuns: 150 },
  );
});

function assertTalksWithOne(log: readonly string[]): void {
  let talking = 0;
  for (const line of log) {
    if (line.startsWith('bridged')) talking += 1;
    if (line === 'unbridged') talking -= 1;
    assert.ok(talking === 0 || talking === 1, log.join('\n'));
  }
  assert.equal(talking, 0);
}
