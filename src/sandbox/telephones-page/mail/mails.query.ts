import { useQuery } from '@tanstack/react-query';
import { API, request } from '../wire/request.ts';

export type Mail = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly at: number;
};

const mailbox = (address: string): string => `/mailboxes/${encodeURIComponent(address)}`;

const load = async (address: string): Promise<readonly Mail[]> =>
  (await request<{ mails: readonly Mail[] }>('GET', mailbox(address))).mails;

/** The e-mails in one mailbox, the newest first. */
export const useMails = (address: string) =>
  useQuery({ queryKey: ['mails', address], queryFn: () => load(address) });

/** Where the sandbox serves an e-mail's HTML by itself, under a policy that lets it run and load nothing. */
export const mailPage = (address: string, id: string): string =>
  `${API}${mailbox(address)}/${encodeURIComponent(id)}/html`;
