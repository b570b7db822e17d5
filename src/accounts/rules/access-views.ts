import { z } from 'zod';
import { newPasswordSchema } from './password.ts';
import { roleSchema } from './role.ts';

/** `GET …/members`, one row. */
const memberViewSchema = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  title: z.string().nullable(),
  departments: z.array(z.string()),
  lastSeenAt: z.iso.datetime().nullable().describe('to five minutes; null: never'),
  twoFactor: z.boolean().describe('signs in with a second factor'),
  staffId: z.uuid().nullable().describe('null: answers no calls'),
});
export type MemberView = z.infer<typeof memberViewSchema>;

const exampleMember: MemberView = {
  userId: '0199a1b2-2b1c-7c55-9a55-0e5a6c1d7f10',
  name: 'Olivia Martin',
  email: 'olivia.martin@lakeside.example',
  role: 'receptionist',
  title: 'Front desk',
  departments: ['Reception'],
  lastSeenAt: '2026-11-20T14:55:00Z',
  twoFactor: true,
  staffId: '0199a1b2-3c7d-7d30-8a8e-5f2b64a1e9c2',
};
export const memberPageSchema = z
  .object({ items: z.array(memberViewSchema), nextCursor: z.uuid().nullable() })
  .meta({ examples: [{ items: [exampleMember], nextCursor: null }] });

const invitationViewSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: roleSchema,
  answersCalls: z.boolean(),
  sentAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  invitedBy: z.string(),
});
export type InvitationView = z.infer<typeof invitationViewSchema>;

const exampleInvitation: InvitationView = {
  id: '0199a1b2-4d8e-7b21-9c3f-2a1b5c6d7e8f',
  email: 'sam.porter@lakeside.example',
  name: 'Sam Porter',
  role: 'receptionist',
  answersCalls: true,
  sentAt: '2026-11-20T14:00:00Z',
  expiresAt: '2026-11-27T14:00:00Z',
  invitedBy: 'Margaret Chen',
};
export const invitationPageSchema = z
  .object({ items: z.array(invitationViewSchema), nextCursor: z.uuid().nullable() })
  .meta({ examples: [{ items: [exampleInvitation], nextCursor: null }] });

export const newInvitationSchema = z
  .object({
    email: z.email().max(254),
    name: z.string().trim().min(1).max(120),
    role: roleSchema,
    answersCalls: z.boolean().describe('puts them on the staff as well'),
    staffPhoneNumber: z
      .string()
      .regex(/^\+[1-9][0-9]{4,14}$/)
      .nullable()
      .default(null)
      .describe('E.164; rings there too'),
  })
  .meta({
    examples: [
      {
        email: 'sam.porter@lakeside.example',
        name: 'Sam Porter',
        role: 'receptionist',
        answersCalls: true,
        staffPhoneNumber: null,
      },
    ],
  });

export const sessionViewSchema = z.object({
  id: z.uuid(),
  device: z.string().nullable().describe('as the browser or program names itself'),
  startedAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().describe('to five minutes'),
  expiresAt: z.iso.datetime(),
  current: z.boolean().describe('the one that asks'),
});
export type SessionView = z.infer<typeof sessionViewSchema>;

export const apiKeyViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  hint: z.string().describe('its last four characters'),
  scopes: z.array(z.string()),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type ApiKeyView = z.infer<typeof apiKeyViewSchema>;

export const newApiKeySchema = z
  .object({
    name: z.string().trim().min(1).max(80),
    scopes: z.array(z.string().max(80)).min(1).max(100),
    expiresInDays: z.number().int().min(1).max(3650).nullable().describe('null: never'),
  })
  .meta({
    examples: [{ name: 'Practice system', scopes: ['patients:read', 'patients:write'], expiresInDays: 365 }],
  });

export const openInvitationSchema = z.object({
  clinic: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  hasAccount: z.boolean().describe('true: accept with the password of that account'),
});
export type OpenInvitationView = z.infer<typeof openInvitationSchema>;

export const acceptanceSchema = z
  .object({
    token: z.string().max(300),
    name: z.string().trim().min(1).max(120).optional().describe('of a new account; default: as invited'),
    password: newPasswordSchema,
  })
  .meta({
    examples: [
      {
        token:
          '01a1fef8-1030-7ec6-ab73-49b98a2b7e7e.01a1fef8-494d-7d00-a8dd-32e6afc103d2.A2UCyfSPxZFXQn5UqjMXhhz4',
        name: 'Sam Porter',
        password: 'a staple nobody expects',
      },
    ],
  });

export const enrolmentSchema = z.object({
  uri: z.string().describe('otpauth://…, to be shown as a QR code'),
  backupCodes: z.array(z.string()).describe('shown this once; each signs in once when the telephone is lost'),
});
export type Enrolment = z.infer<typeof enrolmentSchema>;
