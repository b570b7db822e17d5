import type { Selectable } from 'kysely';
import { languageSchema } from '../clinics/rules/language.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { DB } from '../platform/database/schema.ts';
import type { Directory } from './rules/draft-view.ts';
import type { DepartmentEntry, MenuEntry, RoutingDocument } from './rules/routing-document.ts';
import { settingsOfRow, spokenOf } from './settings-columns.ts';

type OptionRow = Selectable<DB['ivr_menu_options']>;

/** The columns that a route type needs are there: the table's CHECK says so. */
const routeOf = (row: OptionRow, within: OptionRow[]): MenuEntry['route'] => {
  switch (row.route_type) {
    case 'staff':
      return { type: 'staff', staffId: row.target_staff_id };
    case 'department':
      return { type: 'department', departmentId: row.department_id };
    case 'ai':
      return { type: 'ai', departmentId: row.department_id, fallbackToStaff: row.ai_fallback_to_staff };
    case 'external':
      return { type: 'external', number: row.target_number ?? '' };
    case 'menu':
      return { type: 'menu', options: treeOf(within, row.id) };
    default:
      return { type: 'voicemail', departmentId: row.department_id };
  }
};

const treeOf = (rows: OptionRow[], parentId: string | null): MenuEntry[] =>
  rows
    .filter((row) => row.parent_option_id === parentId)
    .map((row) => ({
      id: row.id,
      digit: row.menu_digit,
      label: row.menu_label,
      spoken: spokenOf(row.spoken),
      emergency: row.emergency,
      route: routeOf(row, rows),
    }));

const selectSettings = async (trx: ClinicTransaction) => {
  const options = await trx
    .selectFrom('ivr_menu_options')
    .selectAll()
    .where('clinic_id', '=', trx.clinicId)
    .orderBy('menu_order')
    .orderBy('menu_digit')
    .execute();
  const menuOf = (settingsId: string): MenuEntry[] =>
    treeOf(
      options.filter((option) => option.call_settings_id === settingsId),
      null,
    );
  const rows = await trx
    .selectFrom('call_settings')
    .selectAll()
    .where('clinic_id', '=', trx.clinicId)
    .orderBy('phone_number')
    .execute();
  return rows.map((row) => settingsOfRow(row, menuOf));
};

const selectDepartments = async (trx: ClinicTransaction): Promise<DepartmentEntry[]> => {
  const rows = await trx
    .selectFrom('departments')
    .select(['id', 'name', 'voicemail_email', 'voicemail_greeting', 'voicemail_recordings', 'emergency'])
    .where('clinic_id', '=', trx.clinicId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    voicemailEmail: row.voicemail_email,
    voicemail: { text: spokenOf(row.voicemail_greeting), recordings: spokenOf(row.voicemail_recordings) },
    emergency: row.emergency,
  }));
};

const selectStaffRoutes = async (trx: ClinicTransaction): Promise<RoutingDocument['staff']> => {
  const rows = await trx
    .selectFrom('staff_call_routing')
    .selectAll()
    .where('clinic_id', '=', trx.clinicId)
    .orderBy('routing_priority')
    .orderBy('department_id')
    .execute();
  const members = await trx
    .selectFrom('staff_members')
    .select('id')
    .where('clinic_id', '=', trx.clinicId)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return members.map(({ id }) => ({
    staffId: id,
    routes: rows
      .filter((row) => row.staff_id === id)
      .map((row) => ({
        departmentId: row.department_id,
        priority: row.routing_priority,
        inPortal: row.receive_calls_in_portal,
        phone: row.use_staff_phone ? row.staff_phone_number : null,
        on: row.is_available_for_calls,
      })),
  }));
};

/** What the calls follow now, as one document. Null: the clinic has no call settings. */
export const selectPublished = async (trx: ClinicTransaction): Promise<RoutingDocument | null> => {
  const all = await selectSettings(trx);
  const own = all.find(({ phoneNumber }) => phoneNumber === null);
  if (!own) return null;
  return {
    settings: own.settings,
    numbers: all.flatMap(({ phoneNumber, settings }) =>
      phoneNumber === null ? [] : [{ phoneNumber, settings }],
    ),
    departments: await selectDepartments(trx),
    staff: await selectStaffRoutes(trx),
  };
};

/** The names of all that a document refers to by id. */
export const selectDirectory = async (trx: ClinicTransaction): Promise<Directory> => ({
  languages: await selectLanguages(trx),
  staff: await trx
    .selectFrom('staff_members')
    .select(['id', 'name', 'title'])
    .where('clinic_id', '=', trx.clinicId)
    .orderBy('name')
    .execute(),
  numbers: await trx
    .selectFrom('clinic_phone_numbers')
    .select(['phone_number as phoneNumber', 'label'])
    .where('clinic_id', '=', trx.clinicId)
    .orderBy('created_at')
    .orderBy('phone_number')
    .execute(),
  recordings: await selectRecordings(trx),
});

const selectLanguages = async (trx: ClinicTransaction): Promise<Directory['languages']> => {
  const { languages } = await trx
    .selectFrom('clinics')
    .select('languages')
    .where('id', '=', trx.clinicId)
    .executeTakeFirstOrThrow();
  return languageSchema.array().parse(languages);
};

const selectRecordings = async (trx: ClinicTransaction): Promise<Directory['recordings']> => {
  const rows = await trx
    .selectFrom('greeting_recordings')
    .select(['id', 'language', 'seconds', 'transcript', 'recorded_at'])
    .where('clinic_id', '=', trx.clinicId)
    .orderBy('recorded_at', 'desc')
    .execute();
  return rows.map(({ language, recorded_at: recordedAt, ...row }) => ({
    ...row,
    language: languageSchema.parse(language),
    recordedAt: recordedAt.toString(),
  }));
};
