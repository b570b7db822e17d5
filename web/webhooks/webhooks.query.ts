import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  DeliveryPage,
  DeliveryView,
  NewWebhook,
  ReplayRequest,
  TestResult,
  WebhookChange,
  WebhookView,
} from '../../src/webhooks/rules/webhook-views.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

const path = (clinicId: string, webhookId: string, rest = ''): string =>
  clinicPath(clinicId, `webhooks/${encodeURIComponent(webhookId)}${rest}`);

export const webhooksQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'webhooks', 'list'),
    queryFn: ({ signal }) =>
      request<{ webhooks: WebhookView[] }>(clinicPath(clinicId, 'webhooks'), { signal }),
    select: (answer) => answer.webhooks,
  });

export type DeliveryFilter = DeliveryView['status'] | 'any';

/** What was sent to one of them, page by page, the newest event first. */
export const deliveriesQuery = (clinicId: string, webhookId: string, status: DeliveryFilter) =>
  infiniteQueryOptions({
    queryKey: clinicKey(clinicId, 'webhooks', 'deliveries', webhookId, status),
    queryFn: ({ pageParam, signal }) =>
      request<DeliveryPage>(path(clinicId, webhookId, '/deliveries'), {
        query: { status: status === 'any' ? null : status, limit: 25, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const addWebhook = (
  clinicId: string,
  body: NewWebhook,
): Promise<{ webhook: WebhookView; secret: string }> =>
  request(clinicPath(clinicId, 'webhooks'), { method: 'POST', body });

export const changeWebhook = (clinicId: string, id: string, body: WebhookChange): Promise<WebhookView> =>
  request(path(clinicId, id), { method: 'PATCH', body });

export const removeWebhook = (clinicId: string, id: string): Promise<unknown> =>
  request(path(clinicId, id), { method: 'DELETE' });

export const testWebhook = (clinicId: string, id: string): Promise<TestResult> =>
  request(path(clinicId, id, '/test'), { method: 'POST', body: {} });

export const replaySince = (clinicId: string, id: string, body: ReplayRequest): Promise<unknown> =>
  request(path(clinicId, id, '/replay'), { method: 'POST', body });

export const replayOne = (clinicId: string, id: string, deliveryId: string): Promise<unknown> =>
  request(path(clinicId, id, `/deliveries/${encodeURIComponent(deliveryId)}/replay`), {
    method: 'POST',
    body: {},
  });
