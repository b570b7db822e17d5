import type { Definition } from '../definition.ts';
import { programOf } from '../program.ts';
import { isSend } from '../send.ts';
import type { Step, WaitStep } from '../steps.ts';
import type { Advice } from './advice.ts';
import { minutesIn } from './minutes-in.ts';

/** Somebody who books nearer to the visit than that needs no reminder. */
const soonest = 2 * 24 * 60;

/** How long before the visit it goes on; null: it does not hang on the visit like that. */
const ahead = ({ for: moment }: WaitStep): number | null => {
  if (moment.until === 'morning-of-appointment') return 0;
  return moment.until === 'before-appointment' ? minutesIn(moment.span) : null;
};

const isContact = (step: Step): boolean => isSend(step) || step.do === 'MAKE_PHONE_CALL';

/**
 * The last reminder, where it comes long before the visit and nobody hears anything before: who books later than that
 * hears nothing at all.
 */
export const adviceOnReminders = (definition: Definition): Advice[] => {
  if (!definition.trigger.events.includes('APPOINTMENT_SCHEDULED')) return [];
  const places = [...programOf(definition).places.values()];
  const reminders = places.flatMap(({ step }) => {
    if (step.do !== 'WAIT') return [];
    const before = ahead(step);
    return before === null ? [] : [{ step, before }];
  });
  const last = reminders.toSorted((one, other) => one.before - other.before)[0];
  if (last === undefined || last.before < soonest || last.step.ifPast !== 'skip') return [];
  const first = places.findIndex(({ step }) => reminders.some((one) => one.step === step));
  const isTold = places.slice(0, first).some(({ step }) => isContact(step));
  const behind = places.slice(places.findIndex(({ step }) => step === last.step) + 1);
  return !isTold && behind.some(({ step }) => isContact(step))
    ? [{ step: last.step.id, code: 'nothing-for-late-bookings' }]
    : [];
};
