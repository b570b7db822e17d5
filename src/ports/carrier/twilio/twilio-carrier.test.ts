import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startTwilioAccount, trialSid } from './account-on-trial.ts';
import { createTwilioCarrier } from './twilio-carrier.ts';

const twilio = await startTwilioAccount();
after(() => twilio.stop());
const carrier = createTwilioCarrier({
  accountSid: trialSid,
  authToken: 'right-token',
  apiKey: null,
  baseUrl: twilio.url,
});

test('what went to a number is all of it, however many pages that is', async () => {
  twilio.state.sent = 1234;
  const since = Temporal.Instant.from('2026-11-20T09:00:00Z');
  const messages = await carrier.messagesTo('+13125550121', since);
  const calls = await carrier.callsTo('+13125550121', since);
  assert.deepEqual([new Set(messages.map(({ sid }) => sid)).size, calls.length], [1234, 1234]);
});
