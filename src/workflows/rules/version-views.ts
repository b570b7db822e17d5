import { z } from 'zod';
import { definitionSchema } from './definition.ts';

export const versionItemSchema = z.object({
  version: z.number().int(),
  publishedAt: z.iso.datetime(),
  publishedBy: z.object({ userId: z.uuid(), name: z.string() }).nullable(),
  isCurrent: z.boolean().describe('whoever comes in now goes by it'),
  underWay: z.number().int().describe('instances that still go by it'),
  instances: z.number().int().describe('all that ever went by it'),
});
export type VersionItem = z.infer<typeof versionItemSchema>;

export const versionPageSchema = z.object({
  versions: z.array(versionItemSchema),
  nextCursor: z.string().nullable(),
});
export type VersionPage = z.infer<typeof versionPageSchema>;

export const versionViewSchema = versionItemSchema.extend({
  definition: definitionSchema.nullable().describe('null: it cannot be read any more'),
});
export type VersionView = z.infer<typeof versionViewSchema>;
