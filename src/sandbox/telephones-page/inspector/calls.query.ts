import { useQuery } from '@tanstack/react-query';
import { request } from '../wire/request.ts';

export type Call = {
  readonly sid: string;
  readonly parentCallSid: string | null;
  readonly direction: string;
  readonly from: string;
  readonly to: string;
  readonly forwardedFrom: string | null;
  readonly status: string;
  readonly createdAt: number;
  readonly answeredAt: number | null;
  readonly durationSeconds: number | null;
  readonly answeredBy: string | null;
};

export type StoryEntry = {
  /** The call it belongs to: this one or one that it made. */
  readonly sid: string;
  readonly at: number;
  readonly kind: 'webhook-request' | 'webhook-response' | 'verb' | 'event' | 'error' | 'rest';
  readonly title: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

export type CallStory = {
  readonly call: Call;
  readonly children: readonly Call[];
  /** Of the call and of those it made, in order. */
  readonly entries: readonly StoryEntry[];
};

export const useCalls = () =>
  useQuery({
    queryKey: ['calls'],
    queryFn: () => request<readonly Call[]>('GET', '/calls?limit=100'),
    refetchInterval: 5000, // calls of a browser's user make no event here
  });

export const useCallStory = (sid: string) =>
  useQuery({
    queryKey: ['call', sid],
    queryFn: () => request<CallStory>('GET', `/calls/${encodeURIComponent(sid)}`),
    refetchInterval: 2000,
  });
