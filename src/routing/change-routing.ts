import { recordAudit } from '../audit/record-audit.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import {
  lockSettings,
  lockStaffMember,
  replaceOptions,
  replaceRoutes,
  updateSettings,
} from './routing-setup.store.ts';
import { menuFaults, settingsFaults, staffRouteFaults, type Targets } from './rules/check-routing.ts';
import { describeRouting } from './rules/describe-routing.ts';
import type { RoutingSnapshot } from './rules/routing-snapshot.ts';
import type { MenuItem, SettingsView, StaffRouteView } from './rules/routing-view.ts';
import { loadSetup } from './show-routing.ts';

export type By = { userId: string; at: Temporal.Instant };
export type ChangeResult = { ok: true } | { ok: false; why: 'nothing-there' | 'invalid'; faults: string[] };

const done: ChangeResult = { ok: true };
const nothingThere: ChangeResult = { ok: false, why: 'nothing-there', faults: [] };
const invalid = (faults: string[]): ChangeResult => ({ ok: false, why: 'invalid', faults });

const targetsOf = ({ departments, staff }: RoutingSnapshot): Targets => ({
  departmentIds: new Set(departments.map(({ id }) => id)),
  staffIds: new Set(staff.map(({ id }) => id)),
});

/** Part of a PATCH: what is left out stays as it is. */
export type SettingsChange = { [K in keyof SettingsView]?: SettingsView[K] | undefined };

/** Changes how all numbers of the clinic are answered that have no settings of their own. */
export const changeSettings = async (
  trx: ClinicTransaction,
  change: SettingsChange,
  by: By,
): Promise<ChangeResult> => {
  await lockSettings(trx);
  const setup = await loadSetup(trx, by.at);
  if (!setup) return nothingThere;
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  const { settings } = describeRouting(setup.snapshot, setup.keeping);
  const next: SettingsView = { ...settings, ...Object.fromEntries(named) };
  const faults = settingsFaults(next);
  if (faults.length > 0) return invalid(faults);
  await updateSettings(trx, setup.settingsId, next);
  await recordAudit(trx, {
    ...by,
    action: 'routing.settings-changed',
    subject: { kind: 'call-settings', id: setup.settingsId },
    detail: { fields: named.map(([name]) => name).join(', ') },
  });
  return done;
};

/** Replaces the whole menu. Callers who are in the old one at this moment are asked again or reach a person. */
export const replaceMenu = async (
  trx: ClinicTransaction,
  menu: MenuItem[],
  by: By,
): Promise<ChangeResult> => {
  await lockSettings(trx);
  const setup = await loadSetup(trx, by.at);
  if (!setup) return nothingThere;
  const faults = menuFaults(menu, targetsOf(setup.snapshot));
  if (faults.length > 0) return invalid(faults);
  const options = await replaceOptions(trx, setup.settingsId, menu);
  await recordAudit(trx, {
    ...by,
    action: 'routing.menu-replaced',
    subject: { kind: 'call-settings', id: setup.settingsId },
    detail: { options },
  });
  return done;
};

/** Replaces the ways in which one staff member takes calls; [] = none. */
export const replaceStaffRoutes = async (
  trx: ClinicTransaction,
  staffId: string,
  routes: StaffRouteView[],
  by: By,
): Promise<ChangeResult> => {
  await lockSettings(trx);
  const setup = await loadSetup(trx, by.at);
  if (!setup || !(await lockStaffMember(trx, staffId))) return nothingThere;
  const faults = staffRouteFaults(routes, targetsOf(setup.snapshot));
  if (faults.length > 0) return invalid(faults);
  await replaceRoutes(trx, staffId, routes);
  await recordAudit(trx, {
    ...by,
    action: 'routing.staff-routes-replaced',
    subject: { kind: 'staff', id: staffId },
    detail: { routes: routes.length },
  });
  await announce(trx, 'staff', staffId);
  return done;
};
