// The load of the benchmark, in a thread of its own: requests leave at their time, whether or not earlier ones were
// answered, and each counts from the time at which it should have left.
import { randomBytes } from 'node:crypto';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import twilio from 'twilio';

export type Load = {
  url: string;
  authToken: string;
  accountSid: string;
  to: string;
  seconds: number;
  perSecond: number;
};

/** Milliseconds; `failed`: not answered with 200. */
export type Measured = { p50: number; p99: number; failed: number };

const { url, authToken, accountSid, to, seconds, perSecond } = workerData as Load;
const agent = new http.Agent({ keepAlive: true, maxSockets: 100 });

type Prepared = { body: string; signature: string };

const prepare = (index: number): Prepared => {
  const params = {
    CallSid: `CA${randomBytes(16).toString('hex')}`,
    AccountSid: accountSid,
    From: `+1312557${String(index).padStart(4, '0')}`,
    To: to,
    CallStatus: 'ringing',
    ApiVersion: '2010-04-01',
    Direction: 'inbound',
  };
  return {
    body: new URLSearchParams(params).toString(),
    signature: twilio.getExpectedTwilioSignature(authToken, url, params),
  };
};

/** @returns whether it was answered with 200 */
const ask = ({ body, signature }: Prepared): Promise<boolean> =>
  new Promise((resolve) => {
    const request = http.request(url, {
      method: 'POST',
      agent,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
        'x-twilio-signature': signature,
      },
    });
    request.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode === 200));
    });
    request.on('error', () => resolve(false));
    request.end(body);
  });

const prepared = Array.from({ length: seconds * perSecond }, (_, index) => prepare(index));
const start = performance.now() + 100;
const latencies: number[] = [];
let failed = 0;
const answers = prepared.map(async (request, index) => {
  const due = start + (index * 1000) / perSecond;
  await sleep(due - performance.now());
  if (!(await ask(request))) failed += 1;
  latencies.push(performance.now() - due);
});
await Promise.all(answers);
latencies.sort((a, b) => a - b);
const at = (share: number): number => latencies[Math.ceil(latencies.length * share) - 1] ?? Number.NaN;
agent.destroy();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort!.postMessage({ p50: at(0.5), p99: at(0.99), failed } satisfies Measured);
