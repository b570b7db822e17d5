import { advance } from '../advance.ts';
import type { Effect, Execution } from '../effect.ts';
import type { Fact } from '../fact.ts';
import { wakeOf } from '../instance.ts';
import { answer } from './answer.ts';
import { channelOf, type Contact, type ContactEffect } from './contact.ts';
import type { Staging, World } from './world.ts';

/** More turns than any definition has steps: what waits in a circle ends here. */
const mostTurns = 500;

const isDue = (world: World, at: Temporal.Instant): boolean => Temporal.Instant.compare(at, world.now) <= 0;

/** Asks whether a contact may be made now, as it is asked at the moment of sending. */
const attempt = (staging: Staging, world: World, contact: Contact): void => {
  const verdict = staging.verdict(contact, world);
  const { key, effect } = contact;
  const calls = effect.effect === 'place-call';
  if (verdict.may === 'now') {
    contact.status = 'out';
    contact.personId = verdict.personId;
    contact.to = verdict.to;
    const { purpose } = staging.definition;
    if (verdict.personId !== null)
      world.counted.push({
        key,
        channel: channelOf(effect),
        purpose,
        at: world.now,
        personId: verdict.personId,
      });
    if (!calls) world.facts.push({ fact: 'message', key, outcome: 'sent', reason: null });
  } else if (verdict.may === 'later') contact.due = verdict.until;
  else {
    contact.status = 'over';
    const { reason } = verdict;
    world.facts.push(
      calls
        ? { fact: 'call', key, outcome: 'withheld', reason }
        : { fact: 'message', key, outcome: verdict.failed ? 'failed' : 'withheld', reason },
    );
  }
  world.story.push({ told: 'contact', at: world.now, contact: { ...contact }, verdict });
};

const contactOf = (effect: ContactEffect, now: Temporal.Instant): Contact => ({
  key: effect.key,
  step: effect.step,
  effect,
  createdAt: now,
  due: now,
  status: 'waiting',
  personId: null,
  to: null,
  answer: null,
});

const carryOut = (staging: Staging, world: World, effect: Effect): void => {
  if (effect.effect === 'withdraw') return;
  if (effect.effect === 'create-task') {
    world.story.push({ told: 'task', at: world.now, effect });
    return;
  }
  const contact = contactOf(effect, world.now);
  world.contacts.push(contact);
  attempt(staging, world, contact);
};

/** What has not left yet does not any more; nothing is told of it. */
const withdraw = (world: World): void => {
  for (const contact of world.contacts) if (contact.status === 'waiting') contact.status = 'over';
};

/** Tells the interpreter one fact. What it wants is done where the step that wants it is told. */
const tell = (staging: Staging, world: World, fact: Fact): void => {
  const { definition, ids } = staging;
  const { subject, now } = world;
  const { instance, effects, executions } = advance(definition, world.instance, fact, {
    ...ids,
    subject,
    now,
  });
  world.instance = instance;
  if (effects.some(({ effect }) => effect === 'withdraw')) withdraw(world);
  const left = new Set(effects);
  const carryOutAll = (wanted: (effect: Effect) => boolean): void => {
    for (const effect of left) if (wanted(effect) && left.delete(effect)) carryOut(staging, world, effect);
  };
  const isOf = (execution: Execution, effect: Effect): boolean =>
    effect.effect !== 'withdraw' && effect.key === execution.key;
  for (const execution of executions) {
    world.story.push({ told: 'step', at: now, execution });
    carryOutAll((effect) => isOf(execution, effect));
  }
  carryOutAll(() => true);
};

/** Everything that comes to pass at this moment, until the world has to say something or time has to go by. */
export const settle = (staging: Staging, world: World): void => {
  for (let turns = 0; turns < mostTurns; turns += 1) {
    const fact = world.facts.shift();
    if (fact !== undefined) {
      tell(staging, world, fact);
      continue;
    }
    const contact = world.contacts.find(({ status, due }) => status === 'waiting' && isDue(world, due));
    if (contact !== undefined) {
      attempt(staging, world, contact);
      continue;
    }
    const wake = wakeOf(world.instance, world.now);
    if (wake === null || !isDue(world, wake)) return;
    tell(staging, world, { fact: 'due' });
  }
};

const isOpen = ({ status, answer: said }: Contact): boolean => status === 'out' && said === null;

/** What has left and of which nobody has said yet what becomes of it. */
export const openContacts = ({ contacts }: World): Contact[] => contacts.filter(isOpen);

/** When something happens next by itself; null: never. */
export const nextMoment = (world: World): Temporal.Instant | null => {
  const dues = world.contacts.filter(({ status }) => status === 'waiting').map(({ due }) => due);
  const wake = wakeOf(world.instance, world.now);
  const [first = null] = [...dues, ...(wake === null ? [] : [wake])].toSorted(Temporal.Instant.compare);
  return first;
};

/** The next thing that comes to pass by itself: what is open ends as usual, else the clock goes on. */
export const goOn = (staging: Staging, world: World): void => {
  const open = openContacts(world);
  for (const { key, effect } of open)
    answer(staging, world, key, effect.effect === 'place-call' ? staging.calls : 'delivered', false);
  const next = nextMoment(world);
  if (open.length === 0 && next !== null && Temporal.Instant.compare(next, world.now) > 0) world.now = next;
  settle(staging, world);
};

export const isOver = (world: World): boolean =>
  nextMoment(world) === null && openContacts(world).length === 0 && world.facts.length === 0;

/** More than any definition has steps: what waits in a circle ends here. */
const mostMoments = 500;

/** Everything that comes to pass by itself before `until`. */
export const walkUntil = (staging: Staging, world: World, until: Temporal.Instant): void => {
  settle(staging, world);
  for (let moments = 0; moments < mostMoments && !isOver(world); moments += 1) {
    const next = openContacts(world).length > 0 ? null : nextMoment(world);
    if (next !== null && Temporal.Instant.compare(next, until) >= 0) return;
    goOn(staging, world);
  }
};
