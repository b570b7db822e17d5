import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { BusinessHours } from '../../clinics/rules/opening.ts';
import type { ContactFacts, CountedContact } from './contact-facts.ts';
import type { ContactRequest } from './contact-request.ts';
import { mayContact } from './may-contact.ts';

/** A Tuesday, 10:00 in Chicago, 17:00 in Berlin. */
const now = Temporal.Instant.from('2026-11-24T16:00:00Z');
const ago = (hours: number): Temporal.Instant => now.subtract({ hours });

const sms: ContactRequest = {
  channel: 'sms',
  purpose: 'appointment',
  voice: null,
  by: 'automation',
  answers: null,
  characters: null,
  seconds: null,
  recorded: false,
};
const american: ContactFacts = {
  to: '+13125550121',
  reachable: true,
  archived: false,
  zone: { zone: 'America/Chicago', source: 'clinic' },
  place: { country: 'US', region: 'IL', source: 'number' },
  clinic: { zone: 'America/Chicago', hours: {}, holidays: { country: 'US', state: 'IL' } },
  consents: [],
  optOuts: [],
  contacts: [],
};
const german: ContactFacts = {
  ...american,
  to: '+4930231250121',
  zone: { zone: 'Europe/Berlin', source: 'number' },
  place: { country: 'DE', region: 'BE', source: 'number' },
  clinic: { zone: 'Europe/Berlin', hours: {}, holidays: { country: 'DE', state: 'BE' } },
};
const yes = {
  id: 'consent',
  purpose: 'marketing',
  channel: null,
  written: true,
  obtainedAt: ago(1000),
  withdrawnAt: null,
} as const;
const no = { id: 'no', channel: null, purpose: null, since: ago(1) } as const;
const marketing = { ...sms, purpose: 'marketing' } as const;
const counted = (hoursAgo: number, over: Partial<CountedContact> = {}): CountedContact => ({
  key: `contact of ${hoursAgo} h ago`,
  channel: 'sms',
  purpose: 'appointment',
  at: ago(hoursAgo),
  ...over,
});

type Case = [
  title: string,
  request: Partial<ContactRequest>,
  facts: Partial<ContactFacts>,
  reason: string,
  notBefore?: string | null,
];
const check = (base: ContactFacts, cases: Case[], at = now): void => {
  for (const [title, request, facts, reason, notBefore] of cases)
    test(title, () => {
      const decision = mayContact({ ...sms, ...request }, { ...base, ...facts }, at);
      assert.equal(decision.reason, reason);
      assert.equal(decision.allowed, reason === 'allowed');
      if (notBefore !== undefined) assert.equal(decision.notBefore?.toString() ?? null, notBefore);
    });
};

describe('who they are', () => {
  check(american, [
    ['a reminder to a patient', {}, {}, 'allowed', null],
    ['somebody who is archived', {}, { archived: true }, 'archived', null],
    ['nobody to send it to', {}, { to: null }, 'no-address'],
    ['a line that takes no SMS', {}, { reachable: false }, 'unreachable'],
    ['the patient page needs no address', { channel: 'in-app' }, { to: null }, 'allowed'],
  ]);
});

describe('a no', () => {
  check(american, [
    ['to everything', {}, { optOuts: [no] }, 'opted-out', null],
    ['to SMS', {}, { optOuts: [{ ...no, channel: 'sms' }] }, 'opted-out'],
    ['to SMS leaves e-mail', { channel: 'email' }, { optOuts: [{ ...no, channel: 'sms' }] }, 'allowed'],
    ['to marketing leaves reminders', {}, { optOuts: [{ ...no, purpose: 'marketing' }] }, 'allowed'],
    ['to reminders', {}, { optOuts: [{ ...no, purpose: 'appointment' }] }, 'opted-out'],
    [
      'to calls',
      { channel: 'call', voice: 'recorded' },
      { optOuts: [{ ...no, channel: 'call' }] },
      'do-not-call',
    ],
    [
      'a person of the clinic may still ring about care',
      { channel: 'call', voice: 'person', by: 'staff', purpose: 'care' },
      { optOuts: [{ ...no, channel: 'call' }] },
      'allowed',
    ],
    [
      'but not about offers',
      { channel: 'call', voice: 'person', by: 'staff', purpose: 'marketing' },
      { optOuts: [{ ...no, channel: 'call' }], consents: [yes] },
      'do-not-call',
    ],
    [
      'its one confirmation goes out within five minutes, at night too',
      { purpose: 'opt-out-confirmation', answers: ago(0) },
      { optOuts: [{ ...no, channel: 'sms' }] },
      'allowed',
    ],
    [
      'and not after them',
      { purpose: 'opt-out-confirmation', answers: ago(1) },
      { optOuts: [{ ...no, channel: 'sms' }] },
      'opted-out',
    ],
    [
      'what they then ask on that channel stays unanswered there',
      { purpose: 'reply', answers: ago(0), by: 'staff' },
      { optOuts: [{ ...no, channel: 'sms' }] },
      'opted-out',
    ],
  ]);
  const stopped = { ...american, optOuts: [{ ...no, channel: 'sms' as const }] };
  const call = { ...sms, channel: 'call', voice: 'recorded' } as const;
  test('from 31 January 2027 on a stop by SMS holds for automatic calls in the US, and not before', () => {
    const at = (day: string) => Temporal.Instant.from(`${day}T16:00:00Z`);
    assert.equal(mayContact(call, stopped, at('2027-01-30')).reason, 'allowed');
    assert.equal(mayContact(call, stopped, at('2027-01-31')).reason, 'opted-out');
    const abroad = { ...german, optOuts: stopped.optOuts };
    assert.equal(mayContact(call, abroad, Temporal.Instant.from('2027-02-02T10:00:00Z')).reason, 'allowed');
  });
});

describe('a yes', () => {
  const spoken = { ...yes, written: false };
  const withdrawn = { ...yes, withdrawnAt: ago(2) };
  const care = { ...withdrawn, purpose: 'appointment' } as const;
  check(american, [
    ['marketing without one', marketing, {}, 'no-consent', null],
    ['marketing by SMS needs it in writing in the US', marketing, { consents: [spoken] }, 'no-consent'],
    ['in writing', marketing, { consents: [yes] }, 'allowed'],
    [
      'by e-mail a spoken one is enough',
      { ...marketing, channel: 'email' },
      { consents: [spoken] },
      'allowed',
    ],
    ['for another channel', marketing, { consents: [{ ...yes, channel: 'email' }] }, 'no-consent'],
    ['withdrawn', marketing, { consents: [withdrawn] }, 'consent-withdrawn', null],
    ['withdrawn and given again', marketing, { consents: [withdrawn, yes] }, 'allowed'],
    ['withdrawn for reminders', {}, { consents: [care] }, 'consent-withdrawn'],
    [
      'a recorded voice about an appointment: the patient gave the number',
      { channel: 'call', voice: 'recorded' },
      {},
      'allowed',
    ],
    ['an AI about an invoice', { channel: 'call', voice: 'ai', purpose: 'billing' }, {}, 'no-consent'],
    [
      'an AI about an invoice, agreed to',
      { channel: 'call', voice: 'ai', purpose: 'billing' },
      { consents: [{ ...spoken, purpose: 'billing' }] },
      'allowed',
    ],
  ]);
});

describe('hours', () => {
  const night = Temporal.Instant.from('2026-11-25T04:30:00Z'); // 22:30 in Chicago
  const morning = '2026-11-25T14:00:00Z'; // 08:00 in Chicago
  check(
    american,
    [
      ['at night it waits for the morning there', {}, {}, 'quiet-hours', morning],
      ['e-mail does not', { channel: 'email' }, {}, 'allowed'],
      [
        'the recipient’s night counts, not the clinic’s',
        {},
        { zone: { zone: 'Pacific/Honolulu', source: 'patient' } },
        'allowed',
      ],
      [
        'an answer goes out at once',
        { purpose: 'reply', answers: night.subtract({ hours: 1 }) },
        {},
        'allowed',
      ],
      ['what somebody writes by hand too', { by: 'staff' }, {}, 'allowed'],
      ['a no lasts longer than the night', {}, { optOuts: [no] }, 'opted-out', null],
    ],
    night,
  );
  test('the edges: 08:00 is in, 21:00 is out, to the second', () => {
    const at = (time: string) =>
      mayContact(
        sms,
        american,
        Temporal.ZonedDateTime.from(`2026-11-24T${time}[America/Chicago]`).toInstant(),
      );
    assert.deepEqual(
      ['07:59:59', '08:00:00', '20:59:59', '21:00:00'].map((time) => at(time).allowed),
      [false, true, true, false],
    );
  });
  const sunday = Temporal.Instant.from('2026-11-22T11:00:00Z');
  const christmas = Temporal.Instant.from('2026-12-25T11:00:00Z');
  const call = { channel: 'call', voice: 'recorded' } as const;
  check(german, [['no automatic calls on Sundays', call, {}, 'quiet-hours', '2026-11-23T07:00:00Z']], sunday);
  check(
    german,
    [
      [
        'nor on holidays; the second is one too, and then a Sunday',
        call,
        {},
        'holiday',
        '2026-12-28T07:00:00Z',
      ],
      ['a reminder by SMS may', {}, {}, 'allowed'],
    ],
    christmas,
  );
  const corpusChristi = Temporal.Instant.from('2026-06-04T11:00:00Z');
  const at = (country: string, region: string | null) =>
    ({ place: { country, region, source: 'address' } }) as const;
  check(
    german,
    [
      ['a Berlin clinic rings Berlin on a Bavarian holiday', call, {}, 'allowed'],
      ['and not Bavaria', call, at('DE', 'BY'), 'holiday', '2026-06-05T06:00:00Z'],
      ['nor Austria', call, at('AT', null), 'holiday', '2026-06-05T06:00:00Z'],
    ],
    corpusChristi,
  );
  const womensDay = Temporal.Instant.from('2027-03-08T11:00:00Z');
  check(
    german,
    [
      ['nobody is rung in Berlin on its own holiday', call, {}, 'holiday', '2027-03-09T07:00:00Z'],
      ['in Bavaria it is none', call, at('DE', 'BY'), 'allowed'],
    ],
    womensDay,
  );
  const hours: BusinessHours = { '3': [['09:00', '12:00']] };
  const open = { zone: 'Europe/Berlin', hours };
  check(german, [
    [
      'marketing waits until the clinic is open',
      marketing,
      { consents: [yes], clinic: { ...open, holidays: {} } },
      'clinic-closed',
      '2026-11-25T08:00:00Z',
    ],
    [
      'Florida has hours of its own for offers',
      { ...marketing },
      {
        ...american,
        consents: [yes],
        place: { country: 'US', region: 'FL', source: 'address' },
        zone: { zone: 'Asia/Tokyo', source: 'patient' },
      },
      'quiet-hours',
    ],
  ]);
});

describe('caps', () => {
  check(american, [
    ['one a day in the US', {}, { contacts: [counted(1)] }, 'daily-cap', '2026-11-25T14:00:00Z'],
    ['yesterday’s is another day', {}, { contacts: [counted(20)] }, 'allowed'],
    [
      'three a week, until the first of them is seven days old',
      {},
      { contacts: [counted(30), counted(60), counted(100)] },
      'weekly-cap',
      '2026-11-27T14:00:00Z',
    ],
    ['e-mail is not counted', {}, { contacts: [counted(1, { channel: 'email' })] }, 'allowed'],
    ['and not capped', { channel: 'email' }, { contacts: [counted(1)] }, 'allowed'],
    [
      'one offer in seven days, on whatever channel',
      { ...marketing, channel: 'email' },
      { consents: [yes], contacts: [counted(100, { purpose: 'marketing' })] },
      'marketing-cap',
    ],
    [
      'nobody presses that aside by hand',
      { ...marketing, by: 'staff' },
      { consents: [yes], contacts: [counted(100, { purpose: 'marketing' })] },
      'marketing-cap',
    ],
    [
      'seven days later to the second',
      marketing,
      { consents: [yes], contacts: [counted(168, { purpose: 'marketing' })] },
      'allowed',
    ],
  ]);
  check(german, [['no such cap on reminders in Germany', {}, { contacts: [counted(1)] }, 'allowed']]);
});

test('length: 160 characters and one minute in the US', () => {
  const long = (characters: number) => mayContact({ ...sms, characters }, american, now).reason;
  assert.deepEqual([long(160), long(161)], ['allowed', 'too-long']);
  const call = { ...sms, channel: 'call', voice: 'recorded', seconds: 61 } as const;
  assert.equal(mayContact(call, american, now).reason, 'too-long');
  assert.equal(mayContact({ ...sms, characters: 900 }, german, now).reason, 'allowed');
});

test('what has to be said: an AI says so in the EU, a recording is announced, advertising can be left', () => {
  const said = (request: Partial<ContactRequest>, facts = german) =>
    mayContact({ ...sms, ...request }, facts, now).disclosures;
  assert.ok(said({ channel: 'call', voice: 'ai' }).includes('ai-voice'));
  assert.ok(said({ channel: 'call', voice: 'recorded' }, american).includes('how-to-opt-out'));
  assert.ok(said({ channel: 'call', voice: 'person', recorded: true }).includes('recording'));
  assert.ok(!said({ channel: 'call', voice: 'person' }).includes('recording'));
  const offer = said({ channel: 'email', purpose: 'marketing' });
  assert.ok(offer.includes('unsubscribe-link') && offer.includes('postal-address'));
  const before = Temporal.Instant.from('2026-08-01T10:00:00Z');
  assert.ok(
    !mayContact({ ...sms, channel: 'call', voice: 'ai' }, german, before).disclosures.includes('ai-voice'),
  );
});

test('the answer names all that stands in the way, with numbers and sources', () => {
  const { checks } = mayContact(
    marketing,
    { ...american, optOuts: [no], contacts: [counted(3, { purpose: 'marketing' })] },
    now,
  );
  const stopping = checks.filter(({ stops }) => stops !== null).map(({ rule }) => rule);
  assert.deepEqual(stopping.toSorted(), [
    'house-marketing-consent',
    'house-marketing-week',
    'opt-out',
    'us-marketing-written',
  ]);
  const hours = checks.find(({ rule }) => rule === 'us-hours')!;
  assert.equal(hours.source, 'TCPA, 47 CFR 64.1200(c)(1)');
  assert.deepEqual(hours.numbers, {
    hours: '08:00–21:00',
    local: '2026-11-24 10:00',
    zone: 'America/Chicago',
    zoneFrom: 'clinic',
  });
});

describe('whatever the facts', () => {
  const instants = fc
    .integer({ min: 0, max: 400 * 24 * 60 })
    .map((minutes) => Temporal.Instant.from('2026-06-01T00:00:00Z').add({ minutes }));
  const requests = fc.record({
    channel: fc.constantFrom('sms', 'email', 'call', 'push', 'in-app'),
    purpose: fc.constantFrom('appointment', 'care', 'billing', 'feedback', 'marketing'),
    voice: fc.constantFrom(null, 'person', 'recorded', 'ai'),
  });
  const zones = fc.constantFrom(
    'America/Chicago',
    'Pacific/Honolulu',
    'Europe/Berlin',
    'Australia/Lord_Howe',
  );
  const contacts = fc.array(
    fc.record({
      hours: fc.integer({ min: 0, max: 200 }),
      purpose: fc.constantFrom('appointment', 'marketing'),
    }),
    { maxLength: 6 },
  );
  const worlds = fc.record({
    at: instants,
    request: requests,
    zone: zones,
    contacts,
    base: fc.constantFrom(american, german),
  });
  type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never;
  const decide = ({ at, request, zone, contacts: list, base }: World, when = at) =>
    mayContact(
      { ...sms, ...request },
      {
        ...base,
        consents: [yes],
        zone: { zone, source: 'patient' },
        contacts: list.map(({ hours, purpose }, index) => ({
          key: String(index),
          channel: 'sms',
          purpose,
          at: at.subtract({ hours }),
        })),
      },
      when,
    );

  test('what waits is allowed at the moment it names, and that moment is not past', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { notBefore, allowed } = decide(world);
        if (allowed) assert.equal(notBefore, null);
        if (notBefore === null) return;
        assert.ok(Temporal.Instant.compare(notBefore, world.at) > 0);
        assert.equal(decide(world, notBefore).reason, 'allowed');
      }),
      { numRuns: 300 },
    );
  });

  test('nobody is texted by automation at night, and the same question has the same answer', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const decision = decide(world);
        assert.deepEqual(decide(world), decision);
        if (!decision.allowed || world.request.channel !== 'sms') return;
        const { hour } = world.at.toZonedDateTimeISO(world.zone);
        assert.ok(hour >= 8 && hour < 21);
      }),
      { numRuns: 300 },
    );
  });
});
