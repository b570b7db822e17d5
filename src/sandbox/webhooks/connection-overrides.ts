/** How patient the carrier is with one request, in milliseconds, and when it tries again. */
export type Connection = {
  readonly connectMs: number;
  readonly readMs: number;
  /** Over all redirects and retries. */
  readonly totalMs: number;
  readonly retries: number;
  readonly retryOn: ReadonlySet<RetryCause>;
};

export type RetryCause = '4xx' | '5xx' | 'ct' | 'rt';

const CAUSES: readonly RetryCause[] = ['4xx', '5xx', 'ct', 'rt'];

const DEFAULTS: Connection = {
  connectMs: 5000,
  readMs: 15_000,
  totalMs: 15_000,
  retries: 1,
  retryOn: new Set<RetryCause>(['ct']),
};

/**
 * The connection settings a customer may put into the fragment of a URL (`#rc=2&rp=ct,5xx&ct=2000&rt=4000&tt=9000`),
 * within the carrier's bounds; what is not given, or makes no sense, is the default.
 */
export function connectionFor(url: URL): Connection {
  const overrides = new URLSearchParams(url.hash.slice(1));
  const policy = overrides.get('rp')?.split(',') ?? null;
  return {
    connectMs: bounded(overrides.get('ct'), 100, 10_000) ?? DEFAULTS.connectMs,
    readMs: bounded(overrides.get('rt'), 100, 15_000) ?? DEFAULTS.readMs,
    totalMs: bounded(overrides.get('tt'), 100, 15_000) ?? DEFAULTS.totalMs,
    retries: bounded(overrides.get('rc'), 0, 5) ?? DEFAULTS.retries,
    retryOn: policy
      ? new Set(CAUSES.filter((cause) => policy.includes(cause) || policy.includes('all')))
      : DEFAULTS.retryOn,
  };
}

function bounded(text: string | null, least: number, most: number): number | null {
  if (text === null || !/^\d{1,6}$/.test(text)) return null;
  return Math.min(most, Math.max(least, Number(text)));
}
