import { useQuery } from '@tanstack/react-query';
import { request } from '../wire/request.ts';

export type TextMessage = {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly status: string;
  readonly createdAt: number;
  readonly errorMessage: string | null;
};

const load = (number: string): Promise<readonly TextMessage[]> => {
  const path = `/handsets/${encodeURIComponent(number)}/messages`;
  return request<readonly TextMessage[]>('GET', path);
};

/** Everything this telephone has sent and received by text. */
export const useTextMessages = (number: string) =>
  useQuery({ queryKey: ['messages', number], queryFn: () => load(number) });
