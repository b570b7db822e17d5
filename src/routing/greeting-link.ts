import { timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../platform/secrets.ts';
import type { VoiceStep } from '../ports/carrier/voice-steps.ts';
import { withSound } from '../speech/rules/spoken-steps.ts';

type Signing = Pick<Secrets, 'sign'>;

const signatureOf = (secrets: Signing, clinicId: string, recordingId: string): string =>
  secrets.sign(`greeting:${clinicId}:${recordingId}`);

export const greetingSignatureHolds = (
  secrets: Signing,
  { clinic, recording, signature }: { clinic: string; recording: string; signature: string },
): boolean => {
  const expected = Buffer.from(signatureOf(secrets, clinic, recording));
  const shown = Buffer.from(signature);
  return shown.length === expected.length && timingSafeEqual(shown, expected);
};

/**
 * Has what the clinic has recorded played instead of said. The address is signed, because the carrier fetches sound
 * without saying who it is.
 */
export const playGreetings = (secrets: Signing, clinicId: string, steps: VoiceStep[]): VoiceStep[] =>
  withSound(steps, ({ recording }) =>
    recording === undefined
      ? null
      : {
          endpoint: 'greetings',
          query: { clinic: clinicId, recording, signature: signatureOf(secrets, clinicId, recording) },
        },
  );
