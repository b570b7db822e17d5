import { announcementFaults, emailFaults, settingsFaults } from './check-settings.ts';
import { faultUnder, numberFault, twice, type Fault, type FaultAt, type Known } from './fault.ts';
import type { MenuEntry, RoutingDocument, StaffRouteEntry } from './routing-document.ts';

const departmentFaults = ({ departments }: RoutingDocument, known: Known): Fault[] => {
  const names = departments.map(({ name }) => name.trim().toLowerCase());
  return departments.flatMap((department, index) => {
    const at = faultUnder('departments', department.id);
    const name = names[index]!;
    return [
      ...(name === '' ? [at('name-missing', 'name')] : []),
      ...(name !== '' && names.indexOf(name) < index ? [at('name-twice', 'name')] : []),
      ...emailFaults(department.voicemailEmail, at),
      ...announcementFaults('voicemail', department.voicemail, known, at),
    ];
  });
};

const routeFaults = (
  document: RoutingDocument,
  route: StaffRouteEntry,
  known: Known,
  at: FaultAt,
): Fault[] => {
  const here = route.departmentId ?? 'general';
  const there =
    route.departmentId === null || document.departments.some(({ id }) => id === route.departmentId);
  const wrong = route.phone === null ? null : numberFault(route.phone, known);
  return [
    ...(there ? [] : [at('target-gone', here)]),
    ...(wrong === null ? [] : [at(wrong, here, 'phone')]),
    ...(route.inPortal || route.phone !== null ? [] : [at('way-missing', here)]),
  ];
};

/** Somebody who has left the clinic meanwhile is no fault: the entry is left out when the document is published. */
const staffFaults = (document: RoutingDocument, known: Known): Fault[] =>
  document.staff.flatMap(({ staffId, routes }) => {
    const at = faultUnder('staff', staffId);
    const departments = routes.map(({ departmentId }) => departmentId ?? 'general');
    return !known.staffIds.has(staffId)
      ? []
      : [
          ...twice(departments).map((department) => at('route-twice', department)),
          ...routes.flatMap((route) => routeFaults(document, route, known, at)),
        ];
  });

const optionIds = (menu: MenuEntry[]): string[] =>
  menu.flatMap(({ id, route }) => [id, ...(route.type === 'menu' ? optionIds(route.options) : [])]);

/** Whoever adds something makes its id; two of one would become one row. */
const idFaults = ({ settings, departments, staff, numbers }: RoutingDocument): Fault[] => [
  ...twice([settings, ...numbers.map((own) => own.settings)].flatMap(({ menu }) => optionIds(menu))).map(
    (id) => faultUnder('menu')('id-twice', id),
  ),
  ...[settings, ...numbers.map((own) => own.settings)].flatMap(({ callerRules }) =>
    twice(callerRules.map(({ id }) => id)).map((id) => faultUnder('callerRules')('id-twice', id)),
  ),
  ...twice(departments.map(({ id }) => id)).map((id) => faultUnder('departments')('id-twice', id)),
  ...twice(staff.map(({ staffId }) => staffId)).map((id) => faultUnder('staff')('id-twice', id)),
  ...twice(numbers.map(({ phoneNumber }) => phoneNumber)).map((id) => faultUnder('numbers')('id-twice', id)),
];

/** Everything that is wrong with a document, in the order in which a page shows it. */
export const checkDocument = (document: RoutingDocument, known: Known): Fault[] => [
  ...settingsFaults(document, document.settings, known, faultUnder('settings')),
  ...document.numbers.flatMap(({ phoneNumber, settings }) =>
    known.phoneNumbers.has(phoneNumber)
      ? settingsFaults(document, settings, known, faultUnder('numbers', phoneNumber))
      : [],
  ),
  ...departmentFaults(document, known),
  ...staffFaults(document, known),
  ...idFaults(document),
];
