import { readTwiml } from '../twiml/read-twiml.ts';
import type { HttpMethod, Verb } from '../twiml/verb.ts';
import type { Leg } from './leg.ts';
import { note, type Network } from './network.ts';
import { CallFault } from './run.ts';
import type { Source } from './source.ts';
import { voiceParameters } from './voice-parameters.ts';

export type CallDocument = {
  readonly verbs: readonly Verb[];
  readonly origin: { readonly url: string; readonly method: HttpMethod } | null;
};

/** Fetches and reads a document; throws a `CallFault` when there is nothing to carry out. */
export async function loadDocument(
  network: Network,
  leg: Leg,
  source: Source,
  signal: AbortSignal,
): Promise<CallDocument> {
  if (source.kind === 'twiml') return { verbs: parse(network, leg, source.text), origin: null };
  const { url, method } = source;
  const reply = await network.webhooks.fetchDocument({
    sid: leg.sid,
    url,
    method,
    fallback: leg.fallback,
    signal,
    parameters: voiceParameters(network.account.accountSid, leg),
    extra: source.parameters,
  });
  signal.throwIfAborted();
  if (reply.kind === 'error') throw new CallFault(reply.code, reply.message, { fallbackTried: true });
  const origin = { url: reply.url, method };
  if (reply.kind === 'audio') {
    return { verbs: [{ verb: 'Play', url: reply.url, digits: null, loop: 1 }, { verb: 'Hangup' }], origin };
  }
  if (reply.kind === 'plain') return { verbs: plainText(reply.text), origin };
  return { verbs: parse(network, leg, reply.text), origin };
}

function parse(network: Network, leg: Leg, text: string): readonly Verb[] {
  const twiml = readTwiml(text);
  if (!twiml.ok) throw new CallFault(twiml.code, twiml.message);
  for (const { code, message } of twiml.warnings)
    note(network, leg, 'error', `${code} ${message}`, { warning: true });
  return twiml.verbs;
}

/** text/plain is carried out when it is a document, and read aloud when it is not. */
function plainText(text: string): readonly Verb[] {
  const twiml = readTwiml(text);
  if (twiml.ok) return twiml.verbs;
  return [{ verb: 'Say', text: text.replace(/\s+/g, ' ').trim(), language: 'en-US', voice: 'man', loop: 1 }];
}
