import { z } from 'zod';

/** What somebody is to the person they answer for. */
export const relationSchema = z.enum(['mother', 'father', 'grandparent', 'guardian', 'carer']);
export type Relation = z.infer<typeof relationSchema>;
