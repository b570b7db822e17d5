import type { ClinicTransaction } from '../platform/database/database.ts';
import type { WebhookChange, WebhookView } from './rules/webhook-views.ts';

const columns = [
  'id',
  'url',
  'kinds',
  'enabled',
  'failing_since as failingSince',
  'disabled_at as disabledAt',
  'created_at as createdAt',
] as const;
/** Kinds were checked when they were written. */
type Row = Omit<WebhookView, 'failingSince' | 'disabledAt' | 'createdAt'> & {
  failingSince: Temporal.Instant | null;
  disabledAt: Temporal.Instant | null;
  createdAt: Temporal.Instant;
};

const viewOf = ({ failingSince, disabledAt, createdAt, ...row }: Row): WebhookView => ({
  ...row,
  failingSince: failingSince?.toString() ?? null,
  disabledAt: disabledAt?.toString() ?? null,
  createdAt: createdAt.toString(),
});

export const selectWebhooks = async (trx: ClinicTransaction): Promise<WebhookView[]> => {
  const rows = await trx
    .selectFrom('webhooks')
    .select(columns)
    .where('clinic_id', '=', trx.clinicId)
    .orderBy('id')
    .execute();
  return rows.map((row) => viewOf(row as Row));
};

export const selectWebhook = async (trx: ClinicTransaction, id: string): Promise<WebhookView | null> => {
  const row = await trx
    .selectFrom('webhooks')
    .select(columns)
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : viewOf(row as Row);
};

/** @returns the address with its sealed secret */
export const selectSecret = async (
  trx: ClinicTransaction,
  id: string,
): Promise<{ url: string; secret: Uint8Array } | null> => {
  const row = await trx
    .selectFrom('webhooks')
    .select(['url', 'secret'])
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
};

export const insertWebhook = async (
  trx: ClinicTransaction,
  webhook: { id: string; url: string; kinds: string[]; secret: Uint8Array; createdAt: Temporal.Instant },
): Promise<WebhookView> => {
  const { id, url, kinds, secret, createdAt } = webhook;
  const row = await trx
    .insertInto('webhooks')
    .values({ clinic_id: trx.clinicId, id, url, kinds, secret: Buffer.from(secret), created_at: createdAt })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return viewOf(row as Row);
};

/** Switched on again it begins with a clean slate. @returns null when there is none of that id */
export const updateWebhook = async (
  trx: ClinicTransaction,
  id: string,
  { url, kinds, enabled }: WebhookChange,
): Promise<WebhookView | null> => {
  const row = await trx
    .updateTable('webhooks')
    .set({
      id, // so that there is always something to set
      ...(url === undefined ? {} : { url }),
      ...(kinds === undefined ? {} : { kinds }),
      ...(enabled === undefined ? {} : { enabled }),
      ...(enabled === true ? { failing_since: null, disabled_at: null } : {}),
    })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirst();
  return row === undefined ? null : viewOf(row as Row);
};

export const deleteWebhook = async (trx: ClinicTransaction, id: string): Promise<boolean> => {
  const { numDeletedRows } = await trx
    .deleteFrom('webhooks')
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
};

/** Something has arrived there, or again not. @param failingSince null: it works */
export const markWebhook = async (
  trx: ClinicTransaction,
  id: string,
  mark: { failingSince: Temporal.Instant | null; disabledAt: Temporal.Instant | null },
): Promise<void> => {
  await trx
    .updateTable('webhooks')
    .set({
      failing_since: mark.failingSince,
      ...(mark.disabledAt === null ? {} : { enabled: false, disabled_at: mark.disabledAt }),
    })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', id)
    .execute();
};
