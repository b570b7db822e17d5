/** Steps of which the last that was told is that they came to nothing. */
export const mayBeDoneAgain = (last: { outcome: string; kind: string } | undefined): boolean =>
  last !== undefined && last.kind !== 'WAIT' && (last.outcome === 'failed' || last.outcome === 'skipped');
