import { randomUUIDv7 } from 'node:crypto';
import type { EventConsumer } from '../events/dispatch-events.ts';
import { insertDeliveries, selectListeners } from './deliveries.store.ts';
import { deliverJob, type WebhookDependencies } from './webhook-work.ts';

/** Has each event told to whoever wants to hear of its kind; in the transaction that dispatches it, hence once. */
export const queueDeliveries =
  ({ send }: Pick<WebhookDependencies, 'send'>): EventConsumer =>
  async (trx, events) => {
    const listeners = await selectListeners(trx);
    const deliveries = listeners.flatMap(({ id: webhookId, kinds }) =>
      events
        .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
        .map(({ id: eventId }) => ({ id: randomUUIDv7(), webhookId, eventId })),
    );
    if (deliveries.length === 0) return;
    const { clinicId } = trx;
    for (const deliveryId of await insertDeliveries(trx, deliveries))
      await send(trx, deliverJob, { clinicId, deliveryId }, { key: deliveryId });
  };
