/** When the same request may succeed. `ask-first`: it may have happened already, look before repeating. */
export type Retry = 'never' | 'later' | 'ask-first';

/**
 * Every error that the API can answer with. The code is the contract: programs compare it, people read the title,
 * and status and retry follow from it.
 */
export const problems = {
  'bad-request': { status: 400, retry: 'never', title: 'The request cannot be read.' },
  invalid: { status: 400, retry: 'never', title: 'The request has wrong or missing values.' },
  'signed-out': { status: 401, retry: 'never', title: 'Sign in first.' },
  'wrong-credentials': { status: 401, retry: 'never', title: 'E-mail address or password is wrong.' },
  'wrong-password': { status: 400, retry: 'never', title: 'The password is wrong.' },
  'wrong-code': { status: 400, retry: 'never', title: 'The code is wrong, was used before, or is too old.' },
  'code-needed': {
    status: 401,
    retry: 'never',
    title: 'This account signs in with a second factor: send its code.',
  },
  'link-over': { status: 404, retry: 'never', title: 'This link was used already, or it is too old.' },
  'two-factor-needed': {
    status: 403,
    retry: 'never',
    title: 'This clinic asks everybody for two-factor sign-in: switch it on for your account.',
  },
  'missing-scope': { status: 403, retry: 'never', title: 'This API key does not have the scope for this.' },
  'last-owner': {
    status: 409,
    retry: 'never',
    title: 'A clinic needs an owner: make somebody else one first.',
  },
  forbidden: { status: 403, retry: 'never', title: 'Your role does not allow this.' },
  'foreign-origin': { status: 403, retry: 'never', title: 'This request came from another web site.' },
  'bad-signature': { status: 403, retry: 'never', title: 'The signature does not hold.' },
  'not-found': { status: 404, retry: 'never', title: 'There is nothing here.' },
  'no-answer-calls': { status: 409, retry: 'never', title: 'This account answers no calls in this clinic.' },
  'not-online': { status: 409, retry: 'never', title: 'Your softphone is not connected.' },
  busy: { status: 409, retry: 'later', title: 'Somebody is on another call.' },
  'call-over': { status: 409, retry: 'never', title: 'The call is over.' },
  'draft-faulty': {
    status: 409,
    retry: 'never',
    title: 'Something in the draft has to be put right before it can be published.',
  },
  'name-taken': { status: 409, retry: 'never', title: 'There is one of this name already.' },
  'no-address': { status: 409, retry: 'never', title: 'This person has no number or address for that.' },
  conflict: { status: 409, retry: 'never', title: 'Something changed in the meantime.' },
  'gone-on': { status: 409, retry: 'never', title: 'It does not stand any more where you saw it.' },
  'done-meanwhile': { status: 409, retry: 'never', title: 'Somebody else has done this already.' },
  'instance-over': { status: 409, retry: 'never', title: 'This way through the workflow is over.' },
  'workflow-paused': { status: 409, retry: 'never', title: 'The workflow is paused: nobody goes on.' },
  'appointment-over': {
    status: 409,
    retry: 'never',
    title: 'This appointment has begun, is over or was cancelled.',
  },
  'too-early': { status: 409, retry: 'never', title: 'It is too early for this.' },
  'set-by-environment': {
    status: 409,
    retry: 'never',
    title: 'This is set by the environment of the server.',
  },
  'calls-running': { status: 409, retry: 'later', title: 'Calls are running. Wait until they are over.' },
  'carrier-not-ready': { status: 409, retry: 'never', title: 'No call would come in with this carrier.' },
  'too-large': { status: 413, retry: 'never', title: 'The request is too large.' },
  'wrong-content-type': {
    status: 415,
    retry: 'never',
    title: 'The request has a content type that is not read here.',
  },
  'too-many-requests': { status: 429, retry: 'later', title: 'Too many requests. Wait a moment.' },
  'speech-failed': { status: 502, retry: 'later', title: 'The speech service did not speak this.' },
  internal: { status: 500, retry: 'ask-first', title: 'Something went wrong on our side.' },
  'carrier-refused': { status: 502, retry: 'never', title: 'The telephone carrier refused this.' },
  'carrier-unreachable': {
    status: 503,
    retry: 'ask-first',
    title: 'The telephone carrier does not answer.',
  },
  unavailable: { status: 503, retry: 'later', title: 'The database does not answer. Try again in a moment.' },
} as const satisfies Record<string, { status: number; retry: Retry; title: string }>;

export type ProblemCode = keyof typeof problems;

/**
 * Ends a request with one of the problems above. Thrown in `*.api.ts` only: actions return expected failures as values.
 * `detail` is shown to the caller and must hold no personal data.
 */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: ProblemCode;
  readonly detail: string | undefined;

  constructor(code: ProblemCode, detail?: string) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}
