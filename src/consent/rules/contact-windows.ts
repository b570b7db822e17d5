import type { Purpose } from './contact-request.ts';
import type { Window } from './contact-rule.ts';

export const workdays = [1, 2, 3, 4, 5];
export const daily = (from: string, to: string): Window[] => [{ days: [...workdays, 6, 7], from, to }];

/** What is sent of our own accord, as against an answer. */
export const unasked: readonly Purpose[] = ['appointment', 'care', 'billing', 'feedback', 'marketing'];
