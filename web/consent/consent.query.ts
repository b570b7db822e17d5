import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ConsentView } from '../../src/consent/rules/consent-views.ts';
import type { ContactRuleView } from '../../src/consent/rules/contact-rule-view.ts';
import type { DecisionView } from '../../src/consent/rules/decision-view.ts';
import type { OptOutView } from '../../src/consent/rules/opt-out-view.ts';
import type { PatientConsent } from '../../src/consent/rules/patient-consent-view.ts';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}
type Filter = Record<string, string | undefined>;

const pages = <Item>(clinicId: string, path: string, key: string, filter: Filter) =>
  infiniteQueryOptions({
    queryKey: clinicKey(clinicId, 'consent', key, filter),
    queryFn: ({ pageParam, signal }) =>
      request<Page<Item>>(clinicPath(clinicId, path), { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const consentsQuery = (clinicId: string, filter: Filter) =>
  pages<ConsentView>(clinicId, 'consent/records', 'records', filter);

export const optOutsQuery = (clinicId: string, filter: Filter) =>
  pages<OptOutView>(clinicId, 'consent/opt-outs', 'opt-outs', filter);

/** Why a person was contacted, or was not, newest first. */
export const decisionsQuery = (clinicId: string, patientId: string) =>
  pages<DecisionView>(
    clinicId,
    `patients/${encodeURIComponent(patientId)}/contact-decisions`,
    `decisions of ${patientId}`,
    { limit: '10' },
  );

export const decisionQuery = (clinicId: string, decisionId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'consent', 'decision', decisionId),
    queryFn: ({ signal }) =>
      request<DecisionView>(clinicPath(clinicId, `consent/decisions/${encodeURIComponent(decisionId)}`), {
        signal,
      }),
  });

export const patientConsentQuery = (clinicId: string, patientId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'consent', 'patient', patientId),
    queryFn: ({ signal }) =>
      request<PatientConsent>(clinicPath(clinicId, `patients/${encodeURIComponent(patientId)}/consent`), {
        signal,
      }),
  });

export const rulesQuery = (clinicId: string) =>
  queryOptions({
    queryKey: clinicKey(clinicId, 'consent', 'rules'),
    queryFn: ({ signal }) =>
      request<{ items: ContactRuleView[] }>(clinicPath(clinicId, 'consent/rules'), { signal }),
    select: ({ items }) => items,
    staleTime: Infinity,
  });
