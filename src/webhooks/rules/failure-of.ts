import { z } from 'zod';

export const failureSchema = z.enum([
  'timeout',
  'refused',
  'unknown-host',
  'certificate',
  'forbidden',
  'unreachable',
]);
export type DeliveryFailure = z.infer<typeof failureSchema>;

const codes: Record<string, DeliveryFailure> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  ETIMEDOUT: 'timeout',
  FORBIDDEN_ADDRESS: 'forbidden',
};

/** Why nobody answered, from the error of the request. */
export const failureOf = (error: unknown): DeliveryFailure => {
  const { code = '' } = error as { code?: string };
  if (/CERT|SELF_SIGNED|ERR_TLS|UNABLE_TO_VERIFY/.test(code)) return 'certificate';
  return codes[code] ?? 'unreachable';
};
