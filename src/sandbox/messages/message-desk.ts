import type { Account } from '../account.ts';
import { type BadDay, outcomeFor } from '../bad-day/bad-day.ts';
import type { SandboxClock } from '../clock.ts';
import type { MessageRecord } from '../records/message-record.ts';
import type { Store } from '../records/store.ts';
import { newSid } from '../sid.ts';
import type { WebhookClient } from '../webhooks/webhook-client.ts';
import { answerIncoming } from './answer-incoming.ts';
import { arrivedAt, wayOf } from './delivery.ts';
import { keywordOf, keywordReply } from './keyword.ts';
import { statusParameters } from './message-parameters.ts';
import { countSegments } from './segments.ts';

export type OutgoingMessage = {
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly statusCallback: string | null;
};

export type MessageDesk = {
  /** Sends a message for the account, in the background; null when the recipient has opted out of this sender. */
  send(message: OutgoingMessage, direction: MessageRecord['direction']): MessageRecord | null;
  /** Takes a message that a person writes at a telephone to a number of the account, or to another telephone. */
  receive(message: { readonly from: string; readonly to: string; readonly body: string }): MessageRecord;
  /** Resolves when nothing is under way any more. */
  close(): Promise<void>;
};

export type MessageDeskParts = {
  readonly account: Account;
  readonly badDay: BadDay;
  readonly clock: SandboxClock;
  readonly store: Store;
  readonly webhooks: WebhookClient;
  /** Called when a message has arrived at a telephone (delivered), or has left one (received). */
  readonly onTelephone: (message: MessageRecord) => void;
};

export function createMessageDesk(parts: MessageDeskParts): MessageDesk {
  const { store, clock, badDay } = parts;
  const closing = new AbortController();
  const under = new Set<Promise<void>>();
  const background = (work: Promise<void>): void => {
    // What is left when the sandbox closes is given up.
    const kept = work.catch(() => undefined).finally(() => under.delete(kept));
    under.add(kept);
  };

  const deliver = async (message: MessageRecord, statusCallback: string | null): Promise<void> => {
    for (const station of wayOf(outcomeFor(badDay.current(), message.to))) {
      await clock.sleep(station.afterMs, closing.signal);
      store.messages.update(message.sid, arrivedAt(station, clock.now()));
      const now = store.messages.get(message.sid);
      if (!now) return;
      if (now.status === 'delivered') parts.onTelephone(now);
      store.inspector.add({
        sid: now.sid,
        at: clock.now(),
        kind: 'event',
        title: `Message ${now.status}`,
        detail: {},
      });
      if (statusCallback === null) continue;
      const parameters = statusParameters(parts.account.accountSid, now);
      background(
        parts.webhooks.postStatus({ sid: now.sid, url: statusCallback, method: 'POST', parameters }),
      );
    }
  };

  const send: MessageDesk['send'] = (message, direction) => {
    if (store.optOuts.has(message.to, message.from)) return null;
    const record = recordOf(message, direction, 'queued', clock.now());
    store.messages.insert(record);
    background(deliver(record, message.statusCallback));
    return record;
  };

  /** Obeys a keyword; its answer goes out even to somebody who has just said stop. */
  const obey = (message: MessageRecord): void => {
    const keyword = keywordOf(message.body);
    if (!keyword) return;
    const wasOut = store.optOuts.has(message.from, message.to);
    if (keyword === 'stop') store.optOuts.add(message.from, message.to, clock.now());
    if (keyword === 'start') store.optOuts.remove(message.from, message.to);
    const body = keywordReply(keyword, wasOut);
    if (body === null) return;
    const reply = recordOf(
      { from: message.to, to: message.from, body },
      'outbound-reply',
      'queued',
      clock.now(),
    );
    store.messages.insert(reply);
    background(deliver(reply, null));
  };

  return {
    send,
    receive(message) {
      const number = store.numbers.byPhoneNumber(message.to);
      if (!number) {
        const between = recordOf(message, 'inbound', 'queued', clock.now());
        store.messages.insert(between);
        background(deliver(between, null));
        return between;
      }
      const record = recordOf(message, 'inbound', 'received', clock.now());
      store.messages.insert(record);
      parts.onTelephone(record);
      obey(record);
      background(answerIncoming({ ...parts, send }, number, record, closing.signal));
      return record;
    },
    async close() {
      closing.abort(new Error('The sandbox is closing.'));
      while (under.size > 0) await Promise.all(under);
    },
  };
}

function recordOf(
  message: { readonly from: string; readonly to: string; readonly body: string },
  direction: MessageRecord['direction'],
  status: MessageRecord['status'],
  now: number,
): MessageRecord {
  return {
    sid: newSid('SM'),
    direction,
    from: message.from,
    to: message.to,
    body: message.body,
    status,
    segments: countSegments(message.body),
    createdAt: now,
    sentAt: direction === 'inbound' ? now : null,
    updatedAt: now,
    errorCode: null,
    errorMessage: null,
  };
}
