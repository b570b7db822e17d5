import { sql } from 'kysely';
import type { EventKind } from '../events/rules/event-kinds.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { DeliveryView } from './rules/webhook-views.ts';

/** Who wants to hear of what. Most clinics: nobody. */
export const selectListeners = (trx: ClinicTransaction): Promise<{ id: string; kinds: string[] }[]> =>
  trx
    .selectFrom('webhooks')
    .select(['id', 'kinds'])
    .where('clinic_id', '=', trx.clinicId)
    .where('enabled', '=', true)
    .execute();

/** @returns the ids of those that were not there before */
export const insertDeliveries = async (
  trx: ClinicTransaction,
  deliveries: { id: string; webhookId: string; eventId: string }[],
): Promise<string[]> => {
  const rows = await trx
    .insertInto('webhook_deliveries')
    .values(
      deliveries.map(({ id, webhookId, eventId }) => ({
        clinic_id: trx.clinicId,
        id,
        webhook_id: webhookId,
        event_id: eventId,
      })),
    )
    .onConflict((conflict) => conflict.columns(['clinic_id', 'webhook_id', 'event_id']).doNothing())
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
};

export type DueDelivery = {
  webhookId: string;
  url: string;
  secret: Uint8Array;
  enabled: boolean;
  failingSince: Temporal.Instant | null;
  attempts: number;
  event: {
    id: string;
    kind: EventKind;
    source: string;
    patientId: string | null;
    leadId: string | null;
    appointmentId: string | null;
    callId: string | null;
    payload: unknown;
  };
  occurredAt: Temporal.Instant;
};

/** A delivery that is still to be made, with all that is sent. */
export const selectDue = async (trx: ClinicTransaction, id: string): Promise<DueDelivery | null> => {
  const { rows } = await sql<DueDelivery>`
    SELECT w.id AS "webhookId", w.url, w.secret, w.enabled, w.failing_since AS "failingSince", d.attempts,
      jsonb_build_object('id', e.id, 'kind', e.kind, 'source', e.source, 'patientId', e.patient_id, 'leadId', e.lead_id,
        'appointmentId', e.appointment_id, 'callId', e.call_id, 'payload', e.payload) AS event,
      e.occurred_at AS "occurredAt"
    FROM webhook_deliveries d
    JOIN webhooks w ON w.clinic_id = d.clinic_id AND w.id = d.webhook_id
    JOIN events e ON e.clinic_id = d.clinic_id AND e.id = d.event_id
    WHERE d.clinic_id = ${trx.clinicId} AND d.id = ${id} AND d.status = 'pending'`.execute(trx);
  return rows[0] ?? null;
};

export type Attempt = Pick<
  DeliveryView,
  'status' | 'attempts' | 'lastStatus' | 'lastResponse' | 'lastFailure'
> & {
  at: Temporal.Instant | null;
  nextAttemptAt: Temporal.Instant | null;
};

export const updateDelivery = async (trx: ClinicTransaction, id: string, attempt: Attempt): Promise<void> => {
  await trx
    .updateTable('webhook_deliveries')
    .set({
      status: attempt.status,
      attempts: attempt.attempts,
      last_status: attempt.lastStatus,
      last_response: attempt.lastResponse,
      last_failure: attempt.lastFailure,
      last_attempt_at: attempt.at,
      next_attempt_at: attempt.nextAttemptAt,
    })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .execute();
};

/** Puts one back to the beginning. @returns false: this webhook has none of that id */
export const resetDelivery = async (
  trx: ClinicTransaction,
  webhookId: string,
  id: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('webhook_deliveries')
    .set({ status: 'pending', attempts: 0, next_attempt_at: null })
    .where('clinic_id', '=', trx.clinicId)
    .where('webhook_id', '=', webhookId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

type Row = Omit<DeliveryView, 'occurredAt' | 'lastAttemptAt' | 'nextAttemptAt'> & {
  occurredAt: Temporal.Instant;
  lastAttemptAt: Temporal.Instant | null;
  nextAttemptAt: Temporal.Instant | null;
};

/** By event, the newest first. `before`: id of an event */
export const selectDeliveries = async (
  trx: ClinicTransaction,
  webhookId: string,
  { before, status, limit }: { before: string | null; status: DeliveryView['status'] | null; limit: number },
): Promise<DeliveryView[]> => {
  const { rows } = await sql<Row>`
    SELECT d.id, d.event_id AS "eventId", e.kind, d.status, d.attempts, d.last_status AS "lastStatus",
      d.last_response AS "lastResponse", d.last_failure AS "lastFailure", e.occurred_at AS "occurredAt",
      d.last_attempt_at AS "lastAttemptAt", d.next_attempt_at AS "nextAttemptAt"
    FROM webhook_deliveries d JOIN events e ON e.clinic_id = d.clinic_id AND e.id = d.event_id
    WHERE d.clinic_id = ${trx.clinicId} AND d.webhook_id = ${webhookId}
      ${before === null ? sql`` : sql`AND d.event_id < ${before}::uuid`}
      ${status === null ? sql`` : sql`AND d.status = ${status}`}
    ORDER BY d.event_id DESC LIMIT ${limit}`.execute(trx);
  return rows.map((row) => ({
    ...row,
    occurredAt: row.occurredAt.toString(),
    lastAttemptAt: row.lastAttemptAt?.toString() ?? null,
    nextAttemptAt: row.nextAttemptAt?.toString() ?? null,
  }));
};
