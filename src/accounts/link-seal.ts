import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link may stand for: the row's purpose is part of the seal, so that one link is never taken for another. */
export type LinkPurpose = 'new-password' | 'new-email' | 'invitation';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const sealOf = (secret: string, purpose: LinkPurpose, ids: readonly string[]): string =>
  createHmac('sha256', secret)
    .update(`link ${purpose} ${ids.join(' ')}`)
    .digest('base64url');

/** The part of a link that proves it came by our mail: the ids of its row and our seal. Nothing of it is stored. */
export const sealLink = (secret: string, purpose: LinkPurpose, ...ids: string[]): string =>
  [...ids, sealOf(secret, purpose, ids)].join('.');

/** @returns the ids; null when this is no link of ours */
export const openLink = (secret: string, purpose: LinkPurpose, token: string): string[] | null => {
  const ids = token.split('.');
  const seal = Buffer.from(ids.pop() ?? '');
  const right = Buffer.from(sealOf(secret, purpose, ids));
  if (ids.length === 0 || !ids.every((id) => uuid.test(id))) return null;
  return seal.length === right.length && timingSafeEqual(seal, right) ? ids : null;
};
