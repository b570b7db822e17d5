import webPush from 'web-push';
import type { Push, PushOutcome } from '../push.port.ts';

/** A reminder that a telephone gets a day later is of no use. */
const secondsToLive = 12 * 3600;
const longestWaitMs = 15_000;

const outcomeOf = (status: number): PushOutcome => {
  if (status >= 200 && status < 300) return 'sent';
  if (status === 404 || status === 410) return 'gone';
  return status === 429 || status >= 500 ? 'later' : 'refused';
};

/** Notifications by the browsers' own push services: encrypted for the browser (RFC 8291), signed by us (VAPID, RFC 8292). */
export const createWebPush = (keys: { publicKey: string; privateKey: string }): Push => ({
  publicKey: keys.publicKey,
  async send(to, note, contact) {
    let request;
    try {
      request = webPush.generateRequestDetails(to, JSON.stringify(note), {
        vapidDetails: { subject: contact, ...keys },
        TTL: secondsToLive,
        contentEncoding: 'aes128gcm',
        urgency: 'normal',
      });
    } catch {
      // Keys that no browser has made.
      return 'gone';
    }
    const { endpoint, method, headers, body } = request;
    try {
      const answer = await fetch(endpoint, {
        method,
        headers: headers as Record<string, string>,
        body: Uint8Array.from(body ?? []),
        redirect: 'manual',
        signal: AbortSignal.timeout(longestWaitMs),
      });
      await answer.body?.cancel();
      return outcomeOf(answer.status);
    } catch {
      return 'unsure';
    }
  },
});
