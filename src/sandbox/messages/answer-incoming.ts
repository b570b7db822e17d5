import type { MessageRecord } from '../records/message-record.ts';
import type { NumberRecord } from '../records/number-record.ts';
import type { WebhookTarget } from '../webhooks/webhook-client.ts';
import type { MessageDesk, MessageDeskParts } from './message-desk.ts';
import { incomingParameters } from './message-parameters.ts';
import { type MessagingVerb, readMessagingTwiml } from './read-messaging-twiml.ts';

type Answering = Pick<MessageDeskParts, 'account' | 'clock' | 'store' | 'webhooks'> &
  Pick<MessageDesk, 'send'>;

const DOCUMENT_PARSE_FAILURE = 12100;
const SCHEMA_WARNING = 12200;
const MOST_REDIRECTS = 10;

/** Asks the number's owner what to answer, and carries that out. */
export async function answerIncoming(
  parts: Answering,
  number: NumberRecord,
  message: MessageRecord,
  signal: AbortSignal,
): Promise<void> {
  let target: WebhookTarget | null = number.smsUrl ? { url: number.smsUrl, method: number.smsMethod } : null;
  const fallback = number.smsFallbackUrl
    ? { url: number.smsFallbackUrl, method: number.smsFallbackMethod }
    : null;
  for (let documents = 0; target && documents <= MOST_REDIRECTS; documents += 1) {
    const document = await parts.webhooks.fetchDocument({
      ...target,
      sid: message.sid,
      // Two numbers writing to each other are one conversation: the server's cookies last as long.
      cookies: `${message.from} ${message.to}`,
      parameters: incomingParameters(parts.account.accountSid, message),
      fallback,
      signal,
    });
    if (document.kind === 'error') return;
    if (document.kind === 'audio')
      return note(parts, message, 'error', '12300 Audio cannot answer a message');
    const verbs = verbsOf(parts, message, document);
    target = carryOut(parts, message, document.url, verbs);
  }
}

function verbsOf(
  parts: Answering,
  message: MessageRecord,
  document: { readonly kind: 'twiml' | 'plain'; readonly text: string },
): readonly MessagingVerb[] {
  const twiml = readMessagingTwiml(document.text);
  if (!twiml.ok && document.kind === 'plain') {
    return [{ verb: 'Message', body: document.text.trim(), to: null, from: null, statusCallback: null }];
  }
  if (!twiml.ok) {
    note(parts, message, 'error', `${DOCUMENT_PARSE_FAILURE} ${twiml.message}`);
    return [];
  }
  for (const name of twiml.unknown)
    note(parts, message, 'error', `${SCHEMA_WARNING} <${name}> is not a known verb`);
  return twiml.verbs;
}

/** Sends the replies up to a redirect, and says where that leads; null at the end of the document. */
function carryOut(
  parts: Answering,
  message: MessageRecord,
  origin: string,
  verbs: readonly MessagingVerb[],
): WebhookTarget | null {
  for (const verb of verbs) {
    if (verb.verb === 'Redirect')
      return { url: URL.parse(verb.url, origin)?.href ?? verb.url, method: verb.method };
    const callback =
      verb.statusCallback === null ? null : (URL.parse(verb.statusCallback, origin)?.href ?? null);
    const reply = {
      from: verb.from ?? message.to,
      to: verb.to ?? message.from,
      body: verb.body,
      statusCallback: callback,
    };
    const sent = verb.body === '' ? null : parts.send(reply, 'outbound-reply');
    note(
      parts,
      message,
      sent ? 'verb' : 'error',
      sent ? 'Message' : '21610 The reply was not sent: empty, or opted out',
    );
  }
  return null;
}

function note(parts: Answering, message: MessageRecord, kind: 'verb' | 'error', title: string): void {
  parts.store.inspector.add({ sid: message.sid, at: parts.clock.now(), kind, title, detail: {} });
}
