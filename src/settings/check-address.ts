import type { CarrierFindingName } from './rules/trial-results.ts';

const local =
  /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[::1?\]|0\.0\.0\.0)|\.(local|localhost|internal)$/i;

/**
 * Whether a carrier can reach this installation, as far as that can be told from here.
 * @param carrierIsLocal the carrier stands on this machine: it reaches what we reach
 */
export const checkAddress = async (
  publicUrl: string,
  carrierIsLocal: boolean,
): Promise<Extract<CarrierFindingName, `address-${string}`>> => {
  const { protocol, hostname } = new URL(publicUrl);
  if (!carrierIsLocal) {
    if (local.test(hostname)) return 'address-loopback';
    if (protocol !== 'https:') return 'address-not-https';
  }
  const answer = await fetch(`${publicUrl}/healthz`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(5000),
  }).catch(() => null);
  await answer?.body?.cancel();
  return answer?.ok === true ? 'address-fine' : 'address-unreachable';
};
