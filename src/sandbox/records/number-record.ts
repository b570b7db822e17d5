/** A number that the account owns, and where the carrier asks what to do with its calls and messages. */
export type NumberRecord = {
  readonly sid: string;
  readonly phoneNumber: string;
  readonly friendlyName: string;
  readonly voiceUrl: string | null;
  readonly voiceMethod: 'GET' | 'POST';
  readonly voiceFallbackUrl: string | null;
  readonly voiceFallbackMethod: 'GET' | 'POST';
  readonly statusCallback: string | null;
  readonly statusCallbackMethod: 'GET' | 'POST';
  readonly smsUrl: string | null;
  readonly smsMethod: 'GET' | 'POST';
  readonly smsFallbackUrl: string | null;
  readonly smsFallbackMethod: 'GET' | 'POST';
  readonly createdAt: number;
  readonly updatedAt: number;
};
