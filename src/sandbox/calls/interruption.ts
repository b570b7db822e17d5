import type { Source } from './source.ts';

/** Why a running document stops before its end: the call ended, or it was given another document. */
export class Interruption extends Error {
  readonly source: Source | null;

  constructor(source: Source | null) {
    super(source ? 'The call was given another document.' : 'The call ended.');
    this.source = source;
  }
}
