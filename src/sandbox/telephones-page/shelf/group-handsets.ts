import type { Telephone } from '../desk/desk-state.ts';
import type { Role } from '../wire/handset.ts';

const ROLES: readonly Role[] = ['patient', 'lead', 'staff', 'other'];

type ShelfGroup = {
  /** Null: telephones that belong to no clinic. */
  readonly clinic: string | null;
  readonly roles: readonly { readonly role: Role; readonly telephones: readonly Telephone[] }[];
};

/** The telephones that match a search, by clinic and then by role; no empty groups. */
export function groupHandsets(telephones: readonly Telephone[], search: string): readonly ShelfGroup[] {
  const found = telephones.filter((telephone) => matches(telephone, search));
  const byClinic = Map.groupBy(found, ({ clinic }) => clinic);
  // Those without a clinic come last, wherever the first of them was made.
  const clinics = [...byClinic.keys()].filter((clinic) => clinic !== null);
  return [...clinics, ...(byClinic.has(null) ? [null] : [])].map((clinic) => {
    const byRole = Map.groupBy(byClinic.get(clinic) ?? [], ({ role }) => role);
    const roles = ROLES.map((role) => ({ role, telephones: byRole.get(role) ?? [] }));
    return { clinic, roles: roles.filter((group) => group.telephones.length > 0) };
  });
}

/** Every word of the search stands in the name, the clinic or the number; spaces in numbers do not matter. */
function matches({ name, number, clinic }: Telephone, search: string): boolean {
  const digits = search.replace(/[^\d]/g, '');
  if (digits.length > 2 && number.includes(digits)) return true;
  const text = plain(`${name} ${clinic ?? ''} ${number}`);
  return plain(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** `Müller` is found by `muller`. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
