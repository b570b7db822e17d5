import { z } from 'zod';
import { callOutcomeSchema } from './call-status.ts';

/** What narrows the call log. Days are calendar days of the clinic. */
export const callSearchSchema = z.object({
  q: z.string().max(100).optional().describe('part of a name, or digits of a number in any way of writing'),
  direction: z.enum(['inbound', 'outbound']).optional(),
  outcome: callOutcomeSchema.optional(),
  departmentId: z.uuid().optional(),
  staffId: z.uuid().optional().describe('the staff member who talked with the other side'),
  personId: z.uuid().optional().describe('the patient or lead on the other side'),
  from: z.iso.date().optional().describe('first day'),
  to: z.iso.date().optional().describe('last day'),
});
export type CallSearch = z.infer<typeof callSearchSchema>;

export type TypedSearch = { digits: string } | { words: string[] };

/**
 * What was typed as a number or as words of a name. "030 / 23 12" and "+49 30 2312" both find +49302312…: signs are left
 * out, and zeros that only a domestic or an international prefix has. Null: nothing to look for.
 */
export const readTypedSearch = (typed: string): TypedSearch | null => {
  const text = typed.trim();
  if (/^\+?[\d\s()/.-]*\d[\d\s()/.-]*$/.test(text)) {
    const digits = text.replace(/\D/g, '').replace(/^0+/, '');
    return digits === '' ? null : { digits };
  }
  const words = text.split(/[-\s,.;/'’`´"()]+/).filter((word) => word !== '');
  return words.length === 0 ? null : { words };
};
