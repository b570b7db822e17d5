import { randomUUIDv7 } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { DB } from '../platform/database/schema.ts';
import type { VoicemailKeeping } from './rules/describe-routing.ts';
import type { MenuItem, SettingsView, StaffRouteView } from './rules/routing-view.ts';

/** Two changes of one clinic's routing come one after the other. Calls do not wait for them. */
export const lockSettings = async (trx: ClinicTransaction): Promise<void> => {
  await trx
    .selectFrom('call_settings')
    .select('id')
    .where('clinic_id', '=', trx.clinicId)
    .orderBy('id')
    .forUpdate()
    .execute();
};

/** The settings that hold for every number without its own, as far as no decision about a call looks at them. */
export const selectKeeping = async (
  trx: ClinicTransaction,
): Promise<({ id: string } & VoicemailKeeping) | null> => {
  const row = await trx
    .selectFrom('call_settings')
    .select(['id', 'voicemail_email', 'voicemail_retention_days'])
    .where('clinic_id', '=', trx.clinicId)
    .where('phone_number', 'is', null)
    .executeTakeFirst();
  return row
    ? {
        id: row.id,
        voicemailEmail: row.voicemail_email,
        voicemailRetentionDays: row.voicemail_retention_days,
      }
    : null;
};

export const updateSettings = async (
  trx: ClinicTransaction,
  settingsId: string,
  settings: SettingsView,
): Promise<void> => {
  await trx
    .updateTable('call_settings')
    .set({
      enable_ai_call_handling: settings.aiEnabled,
      enable_ivr_menu: settings.menuEnabled,
      ivr_menu_config: JSON.stringify({
        greeting: settings.greeting,
        timeoutSeconds: settings.menuTimeoutSeconds,
        maxRepeats: settings.menuRepeats,
      }),
      ring_seconds: settings.ringSeconds,
      max_wait_seconds: settings.maxWaitSeconds,
      voicemail_enabled: settings.voicemailEnabled,
      voicemail_message: JSON.stringify(settings.voicemailMessage),
      voicemail_email: settings.voicemailEmail,
      voicemail_retention_days: settings.voicemailRetentionDays,
      business_hours: JSON.stringify(settings.businessHours),
      holidays: JSON.stringify(settings.holidays),
      after_hours: settings.afterHours,
      after_hours_message: JSON.stringify(settings.afterHoursMessage),
      after_hours_number: settings.afterHoursNumber,
    })
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', settingsId)
    .execute();
};

type OptionRow = Insertable<DB['ivr_menu_options']>;

const rowsOf = (
  trx: ClinicTransaction,
  settingsId: string,
  menu: MenuItem[],
  parentId: string | null,
): OptionRow[] =>
  menu.flatMap(({ digit, label, spoken, route }, order) => {
    const id = randomUUIDv7();
    const row: OptionRow = {
      clinic_id: trx.clinicId,
      id,
      call_settings_id: settingsId,
      parent_option_id: parentId,
      menu_digit: digit,
      menu_label: label,
      spoken: JSON.stringify(spoken),
      menu_order: order,
      route_type: route.type,
      target_staff_id: route.type === 'staff' ? route.staffId : null,
      department_id: 'departmentId' in route ? route.departmentId : null,
      target_number: route.type === 'external' ? route.number : null,
      ai_fallback_to_staff: route.type === 'ai' ? route.fallbackToStaff : true,
    };
    return [row, ...(route.type === 'menu' ? rowsOf(trx, settingsId, route.options, id) : [])];
  });

/** @returns how many options there are now */
export const replaceOptions = async (
  trx: ClinicTransaction,
  settingsId: string,
  menu: MenuItem[],
): Promise<number> => {
  await trx
    .deleteFrom('ivr_menu_options')
    .where('clinic_id', '=', trx.clinicId)
    .where('call_settings_id', '=', settingsId)
    .execute();
  const rows = rowsOf(trx, settingsId, menu, null);
  if (rows.length > 0) await trx.insertInto('ivr_menu_options').values(rows).execute();
  return rows.length;
};

/** @returns false when the clinic has no such staff member */
export const lockStaffMember = async (trx: ClinicTransaction, staffId: string): Promise<boolean> => {
  const row = await trx
    .selectFrom('staff_members')
    .select('id')
    .where('clinic_id', '=', trx.clinicId)
    .where('id', '=', staffId)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
};

export const replaceRoutes = async (
  trx: ClinicTransaction,
  staffId: string,
  routes: StaffRouteView[],
): Promise<void> => {
  await trx
    .deleteFrom('staff_call_routing')
    .where('clinic_id', '=', trx.clinicId)
    .where('staff_id', '=', staffId)
    .execute();
  if (routes.length === 0) return;
  await trx
    .insertInto('staff_call_routing')
    .values(
      routes.map((route) => ({
        clinic_id: trx.clinicId,
        id: randomUUIDv7(),
        staff_id: staffId,
        department_id: route.departmentId,
        routing_priority: route.priority,
        receive_calls_in_portal: route.inPortal,
        use_staff_phone: route.phone !== null,
        staff_phone_number: route.phone,
        is_available_for_calls: route.on,
      })),
    )
    .execute();
};
