import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import {
  deleteView,
  insertView,
  lockView,
  selectViews,
  setDefaultView,
  updateView,
  type ViewChange,
} from './call-saved-views.store.ts';
import type { CallSearch } from './rules/call-search.ts';
import type { SavedView } from './rules/saved-view.ts';

/** `manages`: may also change what others share. */
export type Viewer = { userId: string; manages: boolean; at: Temporal.Instant };
type Refusal = 'no-such-view' | 'not-yours' | 'name-taken';

export const listViews = async (trx: ClinicTransaction, userId: string): Promise<SavedView[]> =>
  (await selectViews(trx, userId)).map(({ userId: owner, ...view }) => ({ ...view, mine: owner === userId }));

const noted = (trx: ClinicTransaction, action: string, viewId: string, by: Viewer): Promise<void> =>
  recordAudit(trx, { userId: by.userId, at: by.at, action, subject: { kind: 'call-view', id: viewId } });

export const addView = async (
  trx: ClinicTransaction,
  view: { name: string; shared: boolean; search: CallSearch },
  by: Viewer,
): Promise<string | null> => {
  const viewId = await insertView(trx, { ...view, userId: by.userId });
  if (viewId !== null) await noted(trx, 'call-view.added', viewId, by);
  return viewId;
};

/** Somebody else's private view is not there; a shared one may be changed by whoever manages. */
const mayChange = async (trx: ClinicTransaction, viewId: string, by: Viewer): Promise<Refusal | null> => {
  const view = await lockView(trx, viewId);
  if (view === null || (view.userId !== by.userId && !view.shared)) return 'no-such-view';
  return view.userId === by.userId || by.manages ? null : 'not-yours';
};

export const changeView = async (
  trx: ClinicTransaction,
  viewId: string,
  change: ViewChange,
  by: Viewer,
): Promise<'done' | Refusal> => {
  const refusal = await mayChange(trx, viewId, by);
  if (refusal !== null) return refusal;
  if (!(await updateView(trx, viewId, change))) return 'name-taken';
  await noted(trx, 'call-view.changed', viewId, by);
  return 'done';
};

export const removeView = async (
  trx: ClinicTransaction,
  viewId: string,
  by: Viewer,
): Promise<'done' | Refusal> => {
  const refusal = await mayChange(trx, viewId, by);
  if (refusal !== null) return refusal;
  await deleteView(trx, viewId);
  await noted(trx, 'call-view.deleted', viewId, by);
  return 'done';
};

/** The view that the log opens with for this person; null: everything. */
export const chooseDefaultView = async (
  trx: ClinicTransaction,
  viewId: string | null,
  userId: string,
): Promise<'done' | 'no-such-view'> => {
  const view = viewId === null ? null : await lockView(trx, viewId);
  if (viewId !== null && (view === null || (view.userId !== userId && !view.shared))) return 'no-such-view';
  await setDefaultView(trx, userId, viewId);
  return 'done';
};
