import type { Secrets } from '../platform/secrets.ts';
import { codeOf, textOfLink, type MessageLink } from './rules/link.ts';

/**
 * Writes the addresses of links, from the key of their message: a text can name its link before there is a message. The
 * same link has the same address, so that a message written again is the same.
 */
export type LinkWriter = {
  code(messageKey: string, link: MessageLink): string;
  url(messageKey: string, link: MessageLink): string;
};

/** @param baseUrl as people's browsers reach us, without a slash at the end */
export const linkWriter = (sign: Secrets['sign'], baseUrl: string, clinicId: string): LinkWriter => {
  const code: LinkWriter['code'] = (messageKey, link) => codeOf(sign(textOfLink(clinicId, messageKey, link)));
  return { code, url: (messageKey, link) => `${baseUrl}/l/${code(messageKey, link)}` };
};
