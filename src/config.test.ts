import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { readConfig, settings } from './config.ts';
import { StartFailure } from './platform/start-failure.ts';

const twilio = {
  CARRIER: 'twilio',
  PUBLIC_URL: 'https://desk.example/',
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'secret-token',
};

const failure = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    assert.ok(error instanceof StartFailure);
    return error.message;
  }
  return assert.fail('expected a StartFailure');
};

describe('settings', () => {
  test('defaults make a sandbox with demo clinics', () => {
    const config = readConfig({});
    assert.deepEqual(
      [config.PORT, config.SANDBOX_PORT, config.HOST, config.DEMO],
      [3000, 3001, '127.0.0.1', 'full'],
    );
  });

  test('a real carrier gets no demo clinics, and needs what it needs', () => {
    assert.equal(readConfig(twilio).DEMO, 'none');
    assert.equal(readConfig(twilio).PUBLIC_URL, 'https://desk.example');
    assert.match(failure({ CARRIER: 'twilio' }), /TWILIO_ACCOUNT_SID .*TWILIO_AUTH_TOKEN .*PUBLIC_URL/);
  });

  const bad: [string, Record<string, string>, RegExp][] = [
    ['a port that is none', { PORT: '70000' }, /PORT/],
    ['a port in words', { PORT: 'http' }, /PORT/],
    ['an unknown carrier', { CARRIER: 'pigeon' }, /CARRIER/],
    [
      'a database address of another kind',
      { DATABASE_URL: 'mysql://x' },
      /DATABASE_URL must look like postgres/,
    ],
    ['an address without scheme', { PUBLIC_URL: 'desk.example' }, /PUBLIC_URL must be an http/],
    ['a flag in other words', { DEMO: 'maybe' }, /DEMO/],
    ['transcription without its key', { TRANSCRIPTION: 'elevenlabs' }, /ELEVENLABS_API_KEY/],
  ];
  for (const [name, environment, expected] of bad) {
    test(`${name} is named in one line`, () => {
      const message = failure(environment);
      assert.match(message, expected);
      assert.doesNotMatch(message, /\n/);
    });
  }

  test('secret values are not repeated in an error', () => {
    assert.doesNotMatch(failure({ ...twilio, TWILIO_ACCOUNT_SID: 'hunter2' }), /hunter2|secret-token/);
  });

  test('an empty value counts as not set', () => {
    assert.equal(readConfig({ PORT: '' }).PORT, 3000);
  });

  test('the README lists each setting with its default and meaning', () => {
    const readme = readFileSync(path.resolve(import.meta.dirname, '../README.md'), 'utf8');
    for (const [name, schema] of Object.entries(settings)) {
      const parsed = schema.safeParse(undefined);
      const value = parsed.success && parsed.data !== undefined ? ` \`${String(parsed.data)}\`` : '';
      const row = `| \`${name}\` |${value} | ${schema.description} |`;
      assert.ok(readme.includes(row), `README.md lacks: ${row}`);
    }
  });
});
