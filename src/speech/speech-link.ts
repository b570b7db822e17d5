import { timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../platform/secrets.ts';
import type { Hook } from '../ports/carrier/voice-steps.ts';

const signedText = (clinicId: string, key: string): string => `speech:${clinicId}:${key}`;

/** The address of a spoken prompt. It is signed, because the carrier fetches sound without saying who it is. */
export const speechHook = (secrets: Pick<Secrets, 'sign'>, clinicId: string, key: string): Hook => ({
  endpoint: 'speech',
  query: { clinic: clinicId, key, signature: secrets.sign(signedText(clinicId, key)) },
});

export const speechSignatureHolds = (
  secrets: Pick<Secrets, 'sign'>,
  { clinic, key, signature }: { clinic: string; key: string; signature: string },
): boolean => {
  const expected = Buffer.from(secrets.sign(signedText(clinic, key)));
  const shown = Buffer.from(signature);
  return shown.length === expected.length && timingSafeEqual(shown, expected);
};
