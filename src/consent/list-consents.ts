import { listPatients } from '../patients/list-patients.ts';
import { readPhoneNumber } from '../patients/rules/read-phone-number.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectConsentPage } from './consents.store.ts';
import { selectClinicFacts } from './gate-facts.store.ts';
import { selectOptOutPage } from './opt-out-views.store.ts';
import { writeConsentCursor, type ConsentCursor } from './rules/consent-cursor.ts';
import type { ConsentView } from './rules/consent-views.ts';
import type { OptOutView } from './rules/opt-out-view.ts';

type Paging = { after: ConsentCursor | null; limit: number };
type Page<T> = { items: T[]; nextCursor: string | null };

/** More people than this nobody means by what they typed. */
const mostMeant = 200;

const patientsMeant = async (trx: ClinicTransaction, q: string, now: Temporal.Instant): Promise<string[]> => {
  const page = await listPatients(trx, { q, archived: 'with', limit: mostMeant }, now);
  return (page?.patients ?? []).map(({ id }) => id);
};

const pageOf = <T extends { id: string }>(rows: T[], limit: number, atOf: (row: T) => string): Page<T> => {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? writeConsentCursor({ at: atOf(last), id: last.id }) : null };
};

export const listConsents = async (
  trx: ClinicTransaction,
  asked: Paging & { q: string; purpose: string | undefined; withdrawn: boolean | undefined },
  now: Temporal.Instant,
): Promise<Page<ConsentView>> => {
  const { q, limit, ...filter } = asked;
  const patientIds = q === '' ? null : await patientsMeant(trx, q, now);
  const rows = await selectConsentPage(trx, { ...filter, patientIds, limit: limit + 1 });
  return pageOf(rows, limit, ({ recordedAt }) => recordedAt);
};

const whoseOf = async (trx: ClinicTransaction, q: string, now: Temporal.Instant) => {
  const { country } = await selectClinicFacts(trx);
  const number = readPhoneNumber(q, country ?? 'US');
  const digits = q.replace(/\D/g, '').replace(/^0+/, '');
  const part = q.includes('@') ? q.toLowerCase() : digits.length >= 4 ? digits : null;
  return {
    patientIds: await patientsMeant(trx, q, now),
    addresses: number.ok ? [number.number] : [],
    part,
  };
};

export const listOptOuts = async (
  trx: ClinicTransaction,
  asked: Paging & { q: string; channel: string | undefined; lifted: boolean | undefined },
  now: Temporal.Instant,
): Promise<Page<OptOutView>> => {
  const { q, limit, ...filter } = asked;
  const whose = q === '' ? null : await whoseOf(trx, q, now);
  const rows = await selectOptOutPage(trx, { ...filter, whose, limit: limit + 1 });
  return pageOf(rows, limit, ({ since }) => since);
};
