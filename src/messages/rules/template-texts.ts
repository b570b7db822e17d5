import { z } from 'zod';
import type { Language } from '../../clinics/rules/language.ts';
import { longestText } from './segments.ts';

export const templateTextSchema = z.object({
  subject: z.string().max(200).nullable().describe('e-mail and push only'),
  body: z.string().min(1).max(10_000),
});
export type TemplateText = z.infer<typeof templateTextSchema>;

/** By language; at least one. A person whose language is missing gets the clinic's, else the one there is. */
export const templateTextsSchema = z
  .object({ en: templateTextSchema.optional(), de: templateTextSchema.optional() })
  .refine(({ en, de }) => en !== undefined || de !== undefined, { error: 'a text is needed' });
export type TemplateTexts = z.infer<typeof templateTextsSchema>;

export const textIn = (
  texts: TemplateTexts,
  wanted: Language,
  otherwise: Language,
): { language: Language; text: TemplateText } | null => {
  for (const language of [wanted, otherwise, 'en', 'de'] as const) {
    const text = texts[language];
    if (text !== undefined) return { language, text };
  }
  return null;
};

/** What a carrier takes as one text message. */
export const fitsSms = (body: string): boolean => body !== '' && body.length <= longestText;
