import { createStore } from '../app/store.ts';

/** Characters per second at which the sandbox speaks, as last told: captions run at the same speed. */
export const speechSpeed = createStore<number, number>(14, (_before, speed) => speed);
