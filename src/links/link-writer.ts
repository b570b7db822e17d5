import type { Secrets } from '../platform/secrets.ts';
import { codeOf, textOfLink, type MessageLink } from './rules/link.ts';

/** Writes the addresses of links. The same link has the same address, so that a message written again is the same. */
export type LinkWriter = {
  code(messageId: string, link: MessageLink): string;
  url(messageId: string, link: MessageLink): string;
};

/** @param baseUrl as people's browsers reach us, without a slash at the end */
export const linkWriter = (sign: Secrets['sign'], baseUrl: string, clinicId: string): LinkWriter => {
  const code: LinkWriter['code'] = (messageId, link) => codeOf(sign(textOfLink(clinicId, messageId, link)));
  return { code, url: (messageId, link) => `${baseUrl}/l/${code(messageId, link)}` };
};
