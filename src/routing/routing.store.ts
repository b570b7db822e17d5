import { sql } from 'kysely';
import type { Language } from '../clinics/rules/language.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { settingsOfRow, spokenOf } from './settings-columns.ts';
import { callSettingsOf } from './rules/snapshot-of-document.ts';
import type {
  Department,
  MenuOption,
  MenuRoute,
  RoutingSnapshot,
  StaffAtMoment,
} from './rules/routing-snapshot.ts';

type OptionRow = {
  id: string;
  parent_option_id: string | null;
  menu_digit: string;
  menu_label: string;
  spoken: unknown;
  emergency: boolean;
  menu_order: number;
  route_type: MenuRoute['type'];
  target_staff_id: string | null;
  department_id: string | null;
  target_number: string | null;
  ai_fallback_to_staff: boolean;
};

/** The columns that a route type needs are there: the table's CHECK says so. */
const routeOf = (row: OptionRow): MenuRoute => {
  switch (row.route_type) {
    case 'staff':
      return { type: 'staff', staffId: row.target_staff_id! };
    case 'department':
      return { type: 'department', departmentId: row.department_id! };
    case 'voicemail':
      return { type: 'voicemail', departmentId: row.department_id };
    case 'ai':
      return { type: 'ai', departmentId: row.department_id, fallbackToStaff: row.ai_fallback_to_staff };
    case 'external':
      return { type: 'external', number: row.target_number! };
    case 'menu':
      return { type: 'menu' };
  }
};

const optionOf = (row: OptionRow): MenuOption => ({
  id: row.id,
  parentId: row.parent_option_id,
  digit: row.menu_digit,
  label: row.menu_label,
  spoken: spokenOf(row.spoken),
  emergency: row.emergency,
  order: row.menu_order,
  route: routeOf(row),
});

type StaffRow = {
  id: string;
  name: string;
  is_available: boolean | null;
  portal_seen_at: string | null;
  busy_call_id: string | null;
  routes: {
    department_id: string | null;
    routing_priority: number;
    receive_calls_in_portal: boolean;
    use_staff_phone: boolean;
    staff_phone_number: string | null;
    is_available_for_calls: boolean;
  }[];
};

/** A portal session counts as open this long after it was last seen (it reports every 15 s). */
const onlineFor = { seconds: 45 };

const staffOf = (row: StaffRow, now: Temporal.Instant): StaffAtMoment => ({
  id: row.id,
  name: row.name,
  online:
    row.portal_seen_at !== null &&
    Temporal.Instant.compare(Temporal.Instant.from(row.portal_seen_at), now.subtract(onlineFor)) >= 0,
  available: row.is_available ?? true,
  busyWithCallId: row.busy_call_id,
  routes: row.routes.map((route) => ({
    departmentId: route.department_id,
    priority: route.routing_priority,
    inPortal: route.receive_calls_in_portal,
    phone: route.use_staff_phone ? route.staff_phone_number : null,
    on: route.is_available_for_calls,
  })),
});

/**
 * The whole snapshot in one query: each webhook pays for it once.
 * The number's own settings win over the clinic's; with neither, null.
 */
export const selectSnapshot = async (
  trx: ClinicTransaction,
  phoneNumber: string,
  now: Temporal.Instant,
): Promise<RoutingSnapshot | null> => {
  const clinicId = trx.clinicId;
  const { rows } = await sql<{
    clinic: { id: string; name: string; time_zone: string; languages: Language[] };
    settings: unknown;
    options: OptionRow[];
    departments: {
      id: string;
      name: string;
      emergency: boolean;
      voicemail_greeting: unknown;
      voicemail_recordings: unknown;
    }[];
    staff: StaffRow[];
  }>`
    WITH s AS (
      SELECT * FROM call_settings
      WHERE clinic_id = ${clinicId} AND (phone_number = ${phoneNumber} OR phone_number IS NULL)
      ORDER BY phone_number NULLS LAST LIMIT 1
    )
    SELECT
      (SELECT to_jsonb(c) FROM clinics c WHERE c.id = ${clinicId}) AS clinic,
      to_jsonb(s) AS settings,
      (SELECT coalesce(jsonb_agg(o ORDER BY o.menu_order, o.menu_digit), '[]') FROM ivr_menu_options o
        WHERE o.clinic_id = s.clinic_id AND o.call_settings_id = s.id) AS options,
      (SELECT coalesce(jsonb_agg(d ORDER BY d.name), '[]') FROM departments d WHERE d.clinic_id = s.clinic_id AND d.removed_at IS NULL) AS departments,
      (SELECT coalesce(jsonb_agg(to_jsonb(m) || jsonb_build_object(
          'is_available', a.is_available, 'portal_seen_at', a.portal_seen_at, 'busy_call_id', a.busy_call_id,
          'routes', (SELECT coalesce(jsonb_agg(r ORDER BY r.routing_priority), '[]') FROM staff_call_routing r
            WHERE r.clinic_id = m.clinic_id AND r.staff_id = m.id)) ORDER BY m.id), '[]')
        FROM staff_members m LEFT JOIN staff_call_availability a ON a.clinic_id = m.clinic_id AND a.staff_id = m.id
        WHERE m.clinic_id = s.clinic_id) AS staff
    FROM s`.execute(trx);
  const [row] = rows;
  if (!row) return null;
  const departments: Department[] = row.departments.map((d) => ({
    id: d.id,
    name: d.name,
    emergency: d.emergency,
    voicemailGreeting: spokenOf(d.voicemail_greeting),
    voicemailRecordings: spokenOf(d.voicemail_recordings),
  }));
  const { id, settings } = settingsOfRow(row.settings, () => []);
  const { time_zone: timeZone, languages, ...own } = row.clinic;
  const clinic = { id: own.id, name: own.name, timeZone, languages };
  return {
    clinic,
    settings: callSettingsOf(id, settings, clinic.languages),
    options: row.options.map(optionOf),
    departments,
    staff: row.staff.map((member) => staffOf(member, now)),
  };
};
