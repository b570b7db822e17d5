import type { HttpMethod } from '../twiml/verb.ts';
import type { Leg } from './leg.ts';
import { note, type Network } from './network.ts';
import { atUrl, type Parameters, type Source } from './source.ts';
import { voiceParameters } from './voice-parameters.ts';

/** What a document may do depends on where it runs: the call itself, a whisper to the callee, a queue's music. */
export type Scope = 'call' | 'whisper' | 'queue';

/** How a document came to its end. */
export type Ending = 'finished' | 'hang-up' | 'leave';

/** One document running on one leg. */
export type Run = {
  readonly network: Network;
  readonly leg: Leg;
  readonly scope: Scope;
  readonly signal: AbortSignal;
  /** Where the document came from: relative addresses and an absent action refer to it. Null for REST's own text. */
  readonly document: { readonly url: string; readonly method: HttpMethod } | null;
  /** Runs another document to its end, on any leg. */
  readonly perform: (run: Omit<Run, 'document' | 'perform'>, source: Source) => Promise<Ending>;
};

/** What happens after a verb. */
export type Outcome =
  | { readonly step: 'next' }
  | { readonly step: 'go'; readonly source: Source }
  | { readonly step: 'hang-up' }
  | { readonly step: 'leave' };

export const NEXT: Outcome = { step: 'next' };
export const HANG_UP: Outcome = { step: 'hang-up' };

/** A fault that the caller hears as "an application error has occurred", with the carrier's code. */
export class CallFault extends Error {
  readonly code: number;
  /** True when the call's fallback was asked already. */
  readonly fallbackTried: boolean;

  constructor(code: number, message: string, options: { readonly fallbackTried?: boolean } = {}) {
    super(message);
    this.code = code;
    this.fallbackTried = options.fallbackTried ?? false;
  }
}

const INVALID_URL = 11_100;

/** An address in a document, made absolute. */
export function resolveUrl(run: Pick<Run, 'document'>, url: string): string {
  const absolute = URL.parse(url, run.document?.url);
  if (!absolute || !/^(https?|wss?):$/.test(absolute.protocol)) {
    throw new CallFault(INVALID_URL, `"${url}" is not an address that can be reached.`);
  }
  return absolute.href;
}

/** Goes on with the document at a verb's action address; with none, with the next verb. */
export function askAction(
  run: Run,
  action: { readonly url: string; readonly method: HttpMethod } | null,
  parameters: Parameters,
): Outcome {
  if (!action) return NEXT;
  return {
    step: 'go',
    source: atUrl({ url: resolveUrl(run, action.url), method: action.method }, parameters),
  };
}

/** Tells a verb's action address how the verb ended after the caller left; the answer does not matter any more. */
export function tellAction(
  run: Pick<Run, 'network' | 'leg' | 'document'>,
  action: { readonly url: string; readonly method: HttpMethod } | null,
  parameters: Parameters,
): void {
  if (!action) return;
  const { network, leg } = run;
  try {
    const url = resolveUrl(run, action.url);
    const all = { ...voiceParameters(network.account.accountSid, leg), ...parameters };
    network.background(
      network.webhooks.postStatus({ sid: leg.sid, url, method: action.method, parameters: all }),
    );
  } catch (error) {
    if (!(error instanceof CallFault)) throw error;
    note(network, leg, 'error', `${error.code} ${error.message}`);
  }
}

/** The action of a verb whose absent action means "this document again". */
export function ownAction(
  run: Run,
  action: string | null,
  method: HttpMethod,
): { url: string; method: HttpMethod } | null {
  if (action !== null) return { url: action, method };
  return run.document && { url: run.document.url, method };
}
