/** Minutes since midnight of the column's day; `until` may run into the next. */
export interface Span {
  id: string;
  from: number;
  until: number;
}

export interface Placed extends Span {
  /** counted from the left, of `lanes` that stand beside each other */
  lane: number;
  lanes: number;
}

const tell = (cluster: readonly (Span & { lane: number })[]): Placed[] => {
  const lanes = Math.max(...cluster.map(({ lane }) => lane)) + 1;
  return cluster.map((span) => ({ ...span, lanes }));
};

/** Puts spans that overlap beside each other, each as wide as its neighbours let it be. In order of their beginning. */
export const placeBlocks = (spans: readonly Span[]): Placed[] => {
  const placed: Placed[] = [];
  let cluster: (Span & { lane: number })[] = [];
  let clusterUntil = -Infinity;
  const sorted = spans.toSorted((a, b) => a.from - b.from || b.until - a.until || (a.id < b.id ? -1 : 1));
  for (const span of sorted) {
    if (span.from >= clusterUntil && cluster.length > 0) {
      placed.push(...tell(cluster));
      cluster = [];
    }
    const taken = new Set(cluster.filter(({ until }) => until > span.from).map(({ lane }) => lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    cluster.push({ ...span, lane });
    clusterUntil = Math.max(cluster.length === 1 ? -Infinity : clusterUntil, span.until);
  }
  return cluster.length === 0 ? placed : [...placed, ...tell(cluster)];
};
