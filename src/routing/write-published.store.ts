import { randomUUIDv7 } from 'node:crypto';
import { sql, type Insertable } from 'kysely';
import type { ClinicTransaction } from '../platform/database/database.ts';
import type { DB } from '../platform/database/schema.ts';
import type { MenuEntry, RoutingDocument } from './rules/routing-document.ts';
import { columnsOfSettings } from './settings-columns.ts';

/** Writes a checked document into the tables that the calls read. What stays keeps its row and its id. */

const updated = (...columns: string[]) =>
  Object.fromEntries(columns.map((column) => [column, sql.ref(`excluded.${column}`)]));

const writeDepartments = async (
  trx: ClinicTransaction,
  departments: RoutingDocument['departments'],
  at: Temporal.Instant,
): Promise<void> => {
  const ids = departments.map(({ id }) => id);
  await trx
    .updateTable('departments')
    .set({ removed_at: at })
    .where('clinic_id', '=', trx.clinicId)
    .where('removed_at', 'is', null)
    .$if(ids.length > 0, (query) => query.where('id', 'not in', ids))
    .execute();
  if (departments.length === 0) return;
  await trx
    .insertInto('departments')
    .values(
      departments.map(({ id, name, voicemailEmail, voicemail, emergency }, position) => ({
        clinic_id: trx.clinicId,
        id,
        name: name.trim(),
        voicemail_email: voicemailEmail,
        voicemail_greeting: JSON.stringify(voicemail.text),
        voicemail_recordings: JSON.stringify(voicemail.recordings),
        emergency,
        position,
        removed_at: null,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['clinic_id', 'id'])
        .doUpdateSet(
          updated(
            'name',
            'voicemail_email',
            'voicemail_greeting',
            'voicemail_recordings',
            'emergency',
            'position',
            'removed_at',
          ),
        ),
    )
    .execute();
};

type Answering = { phoneNumber: string | null; settings: RoutingDocument['settings'] };

/** @returns the id of each row, in the same order */
const writeSettings = async (trx: ClinicTransaction, all: Answering[]): Promise<string[]> => {
  const rows = all.map(({ phoneNumber, settings }) => ({
    clinic_id: trx.clinicId,
    id: randomUUIDv7(),
    phone_number: phoneNumber,
    ...columnsOfSettings(settings),
  }));
  const { clinic_id: _, id: __, phone_number: ___, ...columns } = rows[0]!;
  const written = await trx
    .insertInto('call_settings')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['clinic_id', 'phone_number']).doUpdateSet(updated(...Object.keys(columns))),
    )
    .returning(['id', 'phone_number'])
    .execute();
  const idOf = new Map(written.map((row) => [row.phone_number, row.id]));
  return all.map(({ phoneNumber }) => idOf.get(phoneNumber)!);
};

type OptionRow = Insertable<DB['ivr_menu_options']>;

const optionRows = (
  trx: ClinicTransaction,
  settingsId: string,
  menu: MenuEntry[],
  parentId: string | null,
): OptionRow[] =>
  menu.flatMap(({ id, digit, label, spoken, emergency, route }, order) => [
    {
      clinic_id: trx.clinicId,
      id,
      call_settings_id: settingsId,
      parent_option_id: parentId,
      menu_digit: digit,
      menu_label: label.trim(),
      spoken: JSON.stringify(spoken),
      emergency,
      menu_order: order,
      route_type: route.type,
      target_staff_id: route.type === 'staff' ? route.staffId : null,
      department_id: 'departmentId' in route ? route.departmentId : null,
      target_number: route.type === 'external' ? route.number : null,
      ai_fallback_to_staff: route.type === 'ai' ? route.fallbackToStaff : true,
    },
    ...(route.type === 'menu' ? optionRows(trx, settingsId, route.options, id) : []),
  ]);

/** Written before others are deleted: an option that leaves a deleted sub-menu must not go with it. */
const writeOptions = async (trx: ClinicTransaction, rows: OptionRow[]): Promise<void> => {
  const [first] = rows;
  if (first) {
    const { clinic_id: _, id: __, ...columns } = first;
    await trx
      .insertInto('ivr_menu_options')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['clinic_id', 'id']).doUpdateSet(updated(...Object.keys(columns))),
      )
      .execute();
  }
  const ids = rows.map(({ id }) => id);
  await trx
    .deleteFrom('ivr_menu_options')
    .where('clinic_id', '=', trx.clinicId)
    .$if(ids.length > 0, (query) => query.where('id', 'not in', ids))
    .execute();
};

const writeStaffRoutes = async (trx: ClinicTransaction, staff: RoutingDocument['staff']): Promise<void> => {
  const rows = staff.flatMap(({ staffId, routes }) =>
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
  );
  const [first] = rows;
  const kept = first
    ? await trx
        .insertInto('staff_call_routing')
        .values(rows)
        .onConflict((conflict) =>
          conflict
            .columns(['clinic_id', 'staff_id', 'department_id'])
            .doUpdateSet(
              updated(
                'routing_priority',
                'receive_calls_in_portal',
                'use_staff_phone',
                'staff_phone_number',
                'is_available_for_calls',
              ),
            ),
        )
        .returning('id')
        .execute()
    : [];
  const ids = kept.map(({ id }) => id);
  await trx
    .deleteFrom('staff_call_routing')
    .where('clinic_id', '=', trx.clinicId)
    .$if(ids.length > 0, (query) => query.where('id', 'not in', ids))
    .execute();
};

/** The document must hold in this clinic: no faults, nobody and no number that is gone. */
export const writePublished = async (
  trx: ClinicTransaction,
  document: RoutingDocument,
  at: Temporal.Instant,
): Promise<void> => {
  await writeDepartments(trx, document.departments, at);
  const answering: Answering[] = [{ phoneNumber: null, settings: document.settings }, ...document.numbers];
  const settingsIds = await writeSettings(trx, answering);
  await writeOptions(
    trx,
    answering.flatMap(({ settings }, index) => optionRows(trx, settingsIds[index]!, settings.menu, null)),
  );
  await trx
    .deleteFrom('call_settings')
    .where('clinic_id', '=', trx.clinicId)
    .where('id', 'not in', settingsIds)
    .execute();
  await writeStaffRoutes(trx, document.staff);
};
