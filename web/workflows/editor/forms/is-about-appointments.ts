import { eventKinds } from '../../../../src/events/rules/event-kinds.ts';
import type { Definition } from '../../../../src/workflows/rules/definition.ts';

/** Whether there is always an appointment that a step can speak of and hang on. */
export const isAboutAppointments = ({ trigger }: Pick<Definition, 'trigger'>): boolean =>
  trigger.events.length > 0 && trigger.events.every((kind) => eventKinds[kind].about === 'appointment');
