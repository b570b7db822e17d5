import type { Leg } from './leg.ts';

/** Two legs whose people hear each other. */
export class Bridge {
  readonly #legs: readonly [Leg, Leg];
  #open = true;

  constructor(a: Leg, b: Leg) {
    this.#legs = [a, b];
    a.bridge = this;
    b.bridge = this;
    a.tell({ type: 'bridged', peer: b });
    b.tell({ type: 'bridged', peer: a });
  }

  peerOf(leg: Leg): Leg {
    return leg === this.#legs[0] ? this.#legs[1] : this.#legs[0];
  }

  /** Parts the two; each goes on, or ends, on its own. */
  end(): void {
    if (!this.#open) return;
    this.#open = false;
    const [a, b] = this.#legs;
    a.bridge = null;
    b.bridge = null;
    a.tell({ type: 'unbridged', peer: b });
    b.tell({ type: 'unbridged', peer: a });
  }
}
