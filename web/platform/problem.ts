/** An answer of the server that is not a success. `code` is stable; its words are in problems.en.ts and problems.de.ts. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  /** What exactly, in English, for programs to take apart; '' when the server says no more. */
  readonly detail: string;

  constructor(status: number, code: string, title: string, detail = '') {
    super(title);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.detail = detail;
  }
}

/** True when the server says that nobody is signed in (any more). */
export const isSignedOut = (error: unknown): boolean => error instanceof Problem && error.status === 401;

/** Reads `application/problem+json`, and what a proxy in between may answer instead of it. */
export const readProblem = async (response: Response): Promise<Problem> => {
  const body: unknown = await response.json().catch(() => null);
  const field = (name: string): string | undefined => {
    const value = body !== null && typeof body === 'object' ? Reflect.get(body, name) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  return new Problem(
    response.status,
    field('code') ?? `http-${response.status}`,
    field('title') ?? field('message') ?? response.statusText,
    field('detail') ?? '',
  );
};

/** The browser could not reach the server at all. */
export const unreachable = (): Problem => new Problem(0, 'unreachable', 'The server cannot be reached.');
