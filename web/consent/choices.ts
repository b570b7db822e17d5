import type { ConsentMethod } from '../../src/consent/rules/consent-views.ts';
import type { Channel, ChosenPurpose } from '../../src/consent/rules/contact-request.ts';

/** In the order of the fields. (Not the options of the rules: zod would come with them.) */
export const purposes: readonly ChosenPurpose[] = ['appointment', 'care', 'billing', 'feedback', 'marketing'];
export const channels: readonly Channel[] = ['sms', 'email', 'call', 'in-app', 'push'];
export const methods: readonly ConsentMethod[] = [
  'paper-form',
  'web-form',
  'email',
  'sms',
  'in-person',
  'phone',
];

/** Stands for "all of them" in a field, whose values are texts. */
export const every = 'every';
export const valueOf = (value: string): string | null => (value === every ? null : value);
