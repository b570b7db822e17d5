import type { Carrier } from './carrier.port.ts';

/** Form fields as they arrive; a name may come several times. */
export type FormFields = Record<string, string | string[]>;

/** What of a request is signed. */
export type CarrierRequest = {
  method: string;
  /** path and query */
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
};

/** The first of each name. */
export const firstOfEach = (fields: FormFields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? (value[0] ?? '') : value]),
  );

/**
 * The address under which the signature holds, or null when none does.
 * @param baseUrls addresses under which the carrier may have asked: the public one first
 */
export const signedBase = (
  carrier: Pick<Carrier, 'signatureHolds'>,
  baseUrls: readonly string[],
  request: CarrierRequest,
): string | null => {
  const header = request.headers['x-twilio-signature'];
  const signature = Array.isArray(header) ? header[0] : header;
  const params = request.method === 'POST' ? ((request.body ?? {}) as FormFields) : {};
  return (
    baseUrls.find((base) => carrier.signatureHolds({ url: base + request.url, params, signature })) ?? null
  );
};

export const unsignedAnswer = 'The signature of this request does not hold.';
