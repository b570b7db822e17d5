import type { HttpMethod } from '../twiml/verb.ts';

export type Parameters = Readonly<Record<string, string>>;

/** Where a call's next document comes from. */
export type Source =
  | {
      readonly kind: 'url';
      readonly url: string;
      readonly method: HttpMethod;
      readonly parameters: Parameters;
    }
  | { readonly kind: 'twiml'; readonly text: string };

/** A source at a URL, with the parameters that go beside the call's own. */
export function atUrl(
  request: { readonly url: string; readonly method: HttpMethod },
  parameters: Parameters = {},
): Source {
  return { kind: 'url', url: request.url, method: request.method, parameters };
}
