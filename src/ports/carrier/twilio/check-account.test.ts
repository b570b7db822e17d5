import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startTwilioAccount, trialKey, trialSid } from './account-on-trial.ts';
import { checkTwilioAccount } from './check-account.ts';

const twilio = await startTwilioAccount();
after(() => twilio.stop());

const voiceUrl = 'https://desk.example/api/twilio/voice/incoming';
const expected = { numbers: ['+13125550100', '+13125550101', '+13125550102'], voiceUrl };
const check = async (part: { authToken?: string; apiKey?: typeof trialKey | null; baseUrl?: string } = {}) =>
  (
    await checkTwilioAccount(
      { accountSid: trialSid, authToken: 'right-token', apiKey: trialKey, baseUrl: twilio.url, ...part },
      expected,
    )
  ).map(({ finding, number, detail }) => [finding, number, detail].filter((each) => each !== null).join(' '));

test('a wrong token is told apart from a carrier that does not answer', async () => {
  assert.deepEqual(await check({ authToken: 'wrong' }), ['wrong-credentials']);
  assert.deepEqual(await check({ baseUrl: 'http://127.0.0.1:9' }), ['carrier-unreachable']);
});

test('a suspended account says so', async () => {
  twilio.state.status = 'suspended';
  assert.deepEqual(await check(), ['account-suspended suspended']);
  twilio.state.status = 'active';
});

test('each number: not there, elsewhere, connected', async () => {
  twilio.state.type = 'Trial';
  twilio.state.numbers = [
    { phoneNumber: '+13125550100', voiceUrl },
    { phoneNumber: '+13125550101', voiceUrl: 'https://old.example/voice' },
  ];
  assert.deepEqual(await check(), [
    'account-on-trial',
    'number-connected +13125550100',
    'number-elsewhere +13125550101 https://old.example/voice',
    'number-missing +13125550102',
  ]);
  twilio.state.type = 'Full';
});

test('softphones need a key of their own that fits', async () => {
  assert.equal((await check({ apiKey: null }))[1], 'no-softphone-key');
  assert.equal((await check({ apiKey: { ...trialKey, secret: 'old' } }))[1], 'wrong-softphone-key');
});
