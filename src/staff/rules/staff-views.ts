import { z } from 'zod';

/** Whether and why a staff member can be given a call at this moment. */
const presenceSchema = z.object({
  online: z.boolean().describe('a portal session of theirs was seen within the last 45 s'),
  available: z.boolean().describe('the availability switch'),
  busyWithCallId: z.string().nullable(),
  ringing: z
    .boolean()
    .describe('that call only rings so far: for them, or on the other side of a call of theirs'),
});

/** `GET /api/v1/clinics/:clinicId/staff`, one row. */
export const staffViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  departments: z.array(z.object({ id: z.string(), name: z.string(), priority: z.number().int() })),
  inPortal: z.boolean(),
  onPhone: z.boolean(),
  presence: presenceSchema,
});
export type StaffView = z.infer<typeof staffViewSchema>;

/** `GET /api/v1/clinics/:clinicId/departments`, one row. */
export const departmentViewSchema = z.object({ id: z.string(), name: z.string() });
export type DepartmentView = z.infer<typeof departmentViewSchema>;

/** `POST /api/v1/clinics/:clinicId/softphone/token`: what the browser needs to take calls. */
export const softphoneTokenSchema = z.object({
  carrier: z.enum(['sandbox', 'twilio']),
  identity: z.string(),
  token: z.string().describe("HS256 JWT in the shape of Twilio's voice access token"),
  url: z
    .string()
    .nullable()
    .describe("sandbox: the signalling socket, ws://…/client; Twilio: null (the SDK's own)"),
  expiresAt: z.iso.datetime(),
});
export type SoftphoneToken = z.infer<typeof softphoneTokenSchema>;
