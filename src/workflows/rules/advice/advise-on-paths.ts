import type { Channel } from '../../../messages/rules/message-order.ts';
import type { Definition } from '../definition.ts';
import { fieldsIn } from '../rule-tree.ts';
import { channelsOf, isSend } from '../send.ts';
import { groupsIn, listsIn, type Step, type WaitStep } from '../steps.ts';
import type { Advice } from './advice.ts';
import { minutesIn } from './minutes-in.ts';

/** Two messages by the same way within so many minutes look like a mistake to whoever gets them. */
const closest = 5;
/** Between these hours of the day nobody is written to or called: the strictest usual ones. */
const [evening, morning] = ['21:00', '08:00'];

/** How somebody may come to a step: of several ways the one that matters most. */
interface Path {
  /** minutes since the last message by each way, at least */
  since: ReadonlyMap<Channel, number>;
  /** a time at night at which it goes on, and nothing was waited for since */
  night: Advice | null;
  /** steps that may have been done */
  done: ReadonlySet<string>;
}

const isAtNight = (time: string): boolean => time >= evening || time < morning;

const together = (paths: readonly Path[]): Path => {
  const since = new Map<Channel, number>();
  for (const path of paths)
    for (const [channel, minutes] of path.since)
      since.set(channel, Math.min(minutes, since.get(channel) ?? Infinity));
  return {
    since,
    night: paths.find(({ night }) => night !== null)?.night ?? null,
    done: new Set(paths.flatMap(({ done }) => [...done])),
  };
};

const afterWait = (path: Path, { id, for: moment }: WaitStep): Path => {
  const minutes = moment.until === 'later' && moment.at === undefined ? minutesIn(moment.span) : Infinity;
  const at = 'at' in moment ? moment.at : undefined;
  return {
    ...path,
    since: new Map([...path.since].map(([channel, before]) => [channel, before + minutes])),
    night: at !== undefined && isAtNight(at) ? { step: id, code: 'at-night', detail: at } : null,
  };
};

/** Goes all ways at once, in the order in which they are read. */
class Walk {
  readonly told: Advice[] = [];

  #tell(advice: Advice): void {
    const isTold = this.told.some(({ step, code }) => step === advice.step && code === advice.code);
    if (!isTold) this.told.push(advice);
  }

  #contact(path: Path, isHeard: boolean): Path {
    // A letter box takes what comes at night; a telephone rings.
    if (path.night === null || !isHeard) return path;
    this.#tell(path.night);
    return { ...path, night: null };
  }

  #at(path: Path, step: Step): Path {
    const asked = groupsIn(step)
      .flatMap(fieldsIn)
      .filter((field) => field.startsWith('steps.'));
    if (asked.some((field) => !path.done.has(field.slice('steps.'.length))))
      this.#tell({ step: step.id, code: 'asked-too-early' });
    const done = new Set([...path.done, step.id]);
    if (step.do === 'WAIT') return afterWait({ ...path, done }, step);
    // How long it takes until somebody was reached is not known.
    if (step.do === 'MAKE_PHONE_CALL') return { ...this.#contact(path, true), done, since: new Map() };
    if (!isSend(step)) return { ...path, done };
    const channel = channelsOf(step)[0] ?? 'sms';
    if ((path.since.get(channel) ?? Infinity) < closest)
      this.#tell({ step: step.id, code: 'close-together' });
    const heard = this.#contact(path, channel === 'sms' || channel === 'push');
    return { ...heard, done, since: new Map([...path.since, [channel, 0]]) };
  }

  through(path: Path, steps: readonly Step[]): Path {
    let at = path;
    for (const step of steps) {
      at = this.#at(at, step);
      const inside = listsIn(step);
      if (inside.length > 0) at = together(inside.map((list) => this.through(at, list)));
    }
    return at;
  }
}

/** What only shows when somebody goes from the first step to the last. */
export const adviceOnPaths = ({ trigger: { daily }, steps }: Definition): Advice[] => {
  const walk = new Walk();
  const night: Advice | null =
    daily !== undefined && isAtNight(daily.at) ? { step: null, code: 'at-night', detail: daily.at } : null;
  walk.through({ since: new Map(), night, done: new Set() }, steps);
  return walk.told;
};
