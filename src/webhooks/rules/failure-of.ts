import { z } from 'zod';

export const failureSchema = z.enum(['timeout', 'refused', 'unknown-host', 'certificate', 'unreachable']);
export type DeliveryFailure = z.infer<typeof failureSchema>;

const codes: Record<string, DeliveryFailure> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
};

/** Why nobody answered, from what `fetch` throws: its own error or the one behind it. */
export const failureOf = (error: unknown): DeliveryFailure => {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  if (name === 'TimeoutError') return 'timeout';
  const code = cause?.code ?? '';
  if (/CERT|SELF_SIGNED|ERR_TLS|UNABLE_TO_VERIFY/.test(code)) return 'certificate';
  return codes[code] ?? 'unreachable';
};
