import { z } from 'zod';
import { languageSchema } from '../../clinics/rules/language.ts';
import { roleSchema } from './role.ts';

/** `GET /api/v1/me`: who is signed in, and the clinics this account belongs to. */
export const meSchema = z.object({
  user: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    twoFactor: z.boolean().describe('signs in with a second factor'),
    language: languageSchema.nullable().describe('of mails to this person; null: the clinic’s'),
    isAdministrator: z.boolean().describe('may change what belongs to the whole installation'),
  }),
  clinics: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      role: roleSchema,
      twoFactorNeeded: z
        .boolean()
        .describe('the clinic asks for a second factor, and this account has none: nothing else is shown'),
      timeZone: z.string().describe('IANA zone'),
      language: languageSchema,
      phoneNumbers: z.array(z.string().describe('E.164')),
      staffId: z.string().nullable().describe('null: this account answers no calls in this clinic'),
    }),
  ),
});
export type Me = z.infer<typeof meSchema>;
