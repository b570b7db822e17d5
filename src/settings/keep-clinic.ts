import { recordAudit } from '../audit/record-audit.ts';
import { countExpired, removeExpired, type KeptSince } from '../calls/expired-calls.ts';
import { changeClinicSettings, readClinicSettings } from '../clinics/clinic-settings.ts';
import { listClinicIds } from '../clinics/list-clinic-ids.ts';
import type { ClinicSettings } from '../clinics/rules/clinic-settings.ts';
import { countExpiredDecisions, removeExpiredDecisions } from '../consent/expired-decisions.ts';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import { removeExpiredOrders } from '../dialling/remove-expired-orders.ts';
import { announce } from '../platform/live-updates.ts';
import { countExpiredVoicemails } from '../voicemail/count-expired.ts';
import type { ClinicSettingsView } from './rules/clinic-settings-view.ts';

const keptSince = (settings: ClinicSettings, now: Temporal.Instant): KeptSince => {
  const daysAgo = (days: number) => now.subtract({ hours: 24 * days });
  const { callLogDays, webhookReceiptDays } = settings;
  return { calls: callLogDays === null ? null : daysAgo(callLogDays), receipts: daysAgo(webhookReceiptDays) };
};

export const showClinicSettings = async (
  trx: ClinicTransaction,
  now: Temporal.Instant,
): Promise<ClinicSettingsView> => {
  const settings = await readClinicSettings(trx);
  const expiring = await countExpired(trx, keptSince(settings, now));
  const decisions = await countExpiredDecisions(trx, settings.contactDecisionDays, now);
  const voicemails = await countExpiredVoicemails(trx, now);
  return { ...settings, expiring: { ...expiring, voicemails, decisions } };
};

/** As the audit log has it. */
const detailOf = ({ languages, ...plain }: ClinicSettings): Record<string, string | number | null> => ({
  ...plain,
  languages: languages.join(', '),
});

export const changeSettingsOfClinic = async (
  trx: ClinicTransaction,
  settings: ClinicSettings,
  by: { userId: string; at: Temporal.Instant },
): Promise<ClinicSettingsView> => {
  const before = await readClinicSettings(trx);
  await changeClinicSettings(trx, settings);
  const told = detailOf(settings);
  const known = detailOf(before);
  await recordAudit(trx, {
    ...by,
    action: 'clinic.settings-changed',
    subject: { kind: 'clinic', id: trx.clinicId },
    detail: Object.fromEntries(Object.entries(told).filter(([name, value]) => value !== known[name])),
  });
  await announce(trx, 'clinic');
  return showClinicSettings(trx, by.at);
};

/** Rows of one transaction, so that nobody waits long for it. */
const batch = 1000;

/** One batch of each kind. @returns how many rows there were of each */
const removeBatch = (database: Database, clinicId: string, now: Temporal.Instant) =>
  inClinic(database, clinicId, async (trx) => {
    const settings = await readClinicSettings(trx);
    const since = keptSince(settings, now);
    const { calls, receipts } = await removeExpired(trx, since, batch);
    const orders = await removeExpiredOrders(trx, since.calls, batch);
    const decisions = await removeExpiredDecisions(trx, settings.contactDecisionDays, now, batch);
    return { calls, receipts, orders, decisions };
  });

const removeOfClinic = async (database: Database, clinicId: string, now: Temporal.Instant): Promise<void> => {
  const total = { calls: 0, receipts: 0, orders: 0, decisions: 0 };
  for (let more = true; more;) {
    const removed = await removeBatch(database, clinicId, now);
    total.calls += removed.calls;
    total.receipts += removed.receipts;
    total.orders += removed.orders;
    total.decisions += removed.decisions;
    more = Object.values(removed).includes(batch);
  }
  if (total.calls + total.orders + total.decisions === 0) return;
  await inClinic(database, clinicId, (trx) =>
    recordAudit(trx, {
      userId: null,
      action: 'clinic.rows-expired',
      subject: { kind: 'clinic', id: clinicId },
      detail: total,
      at: now,
    }),
  );
};

/** Nightly: removes what each clinic has kept long enough. */
export const removeWhatExpired = async (deps: { database: Database; clock: Clock }): Promise<void> => {
  const now = deps.clock.now();
  for (const clinicId of await listClinicIds(deps.database))
    await removeOfClinic(deps.database, clinicId, now);
};
