import type { StaffView } from '../../src/staff/rules/staff-views.ts';

/** One word for a colleague: busy before everything, then the switch, then whether a portal or a phone reaches them. */
export type StaffState = 'busy' | 'ringing' | 'switched-off' | 'online' | 'by-phone' | 'offline';

export const staffState = (person: StaffView): StaffState => {
  if (person.presence.busyWithCallId !== null) return person.presence.ringing ? 'ringing' : 'busy';
  if (!person.presence.available) return 'switched-off';
  if (person.inPortal && person.presence.online) return 'online';
  return person.onPhone ? 'by-phone' : 'offline';
};

/** Whether a call given to them now would ring somewhere. */
export const canTakeCall = (person: StaffView): boolean => {
  const state = staffState(person);
  return state === 'online' || state === 'by-phone';
};

const order: Record<StaffState, number> = {
  online: 0,
  'by-phone': 1,
  ringing: 2,
  busy: 3,
  'switched-off': 4,
  offline: 5,
};

/** Those who can take a call first, then by name. */
export const byState = (one: StaffView, other: StaffView): number =>
  order[staffState(one)] - order[staffState(other)] || one.name.localeCompare(other.name);
