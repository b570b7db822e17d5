import { eventKindNames, type EventKind } from '../../../../src/events/rules/event-kinds.ts';

const groupOf = (kind: EventKind): 'appointments' | 'calls' | 'care' | 'payments' | 'people' => {
  if (kind.startsWith('APPOINTMENT_')) return 'appointments';
  if (kind.endsWith('_CALL') || kind.startsWith('CALL_')) return 'calls';
  if (kind.startsWith('PAYMENT_')) return 'payments';
  return /^(TREATMENT|PROCEDURE|RETAINER)_/.test(kind) ? 'care' : 'people';
};

/** Everything that may happen, under what it is about. */
export const eventGroups = (['appointments', 'calls', 'care', 'payments', 'people'] as const).map(
  (group) => ({ group, kinds: eventKindNames.filter((kind) => groupOf(kind) === group) }),
);
