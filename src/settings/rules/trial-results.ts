import { z } from 'zod';

/** What a look at the carrier found. Words for each are in the portal. */
export const carrierFindings = [
  'account-fine',
  'wrong-credentials',
  'account-suspended',
  'account-on-trial',
  'carrier-unreachable',
  'no-softphone-key',
  'wrong-softphone-key',
  'number-connected',
  'number-missing',
  'number-elsewhere',
  'address-fine',
  'address-not-https',
  'address-loopback',
  'address-unreachable',
] as const;
export type CarrierFindingName = (typeof carrierFindings)[number];

export const carrierTrialSchema = z.object({
  findings: z.array(
    z.object({
      finding: z.enum(carrierFindings),
      number: z.string().nullable().describe('E.164, where it is about one number'),
      detail: z.string().nullable().describe('where a number’s calls go instead; an address'),
    }),
  ),
});
export type CarrierTrial = z.infer<typeof carrierTrialSchema>;

/** With these no call would come in or go out: the carrier is not changed. */
const blocking: ReadonlySet<CarrierFindingName> = new Set<CarrierFindingName>([
  'wrong-credentials',
  'account-suspended',
  'carrier-unreachable',
  'address-not-https',
  'address-loopback',
]);
const fine: ReadonlySet<CarrierFindingName> = new Set<CarrierFindingName>([
  'account-fine',
  'number-connected',
  'address-fine',
]);

export const findingWeight = (finding: CarrierFindingName): 'fine' | 'warning' | 'blocking' => {
  if (blocking.has(finding)) return 'blocking';
  return fine.has(finding) ? 'fine' : 'warning';
};

const mailFailures = [
  'no-such-host',
  'refused',
  'no-answer',
  'tls',
  'login',
  'sender',
  'recipient',
  'other',
] as const;
export const mailTrialSchema = z.object({
  sent: z.boolean(),
  to: z.string(),
  failure: z.enum(mailFailures).nullable(),
  words: z.string().nullable().describe('what the server said'),
});
export type MailTrial = z.infer<typeof mailTrialSchema>;

const serviceFailures = ['wrong-key', 'refused', 'busy', 'no-answer'] as const;
export const serviceTrialSchema = z.object({
  works: z.boolean(),
  failure: z.enum(serviceFailures).nullable(),
});
export type ServiceTrial = z.infer<typeof serviceTrialSchema>;

export const voicesSchema = z.object({
  failure: z.enum(serviceFailures).nullable(),
  voices: z.array(z.object({ id: z.string(), name: z.string(), languages: z.array(z.string()) })),
});
export type Voices = z.infer<typeof voicesSchema>;
