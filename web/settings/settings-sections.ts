import type { Icon } from '@tabler/icons-react';
import { IconBuildingHospital } from '@tabler/icons-react';
import { atLeast, type Role } from '../../src/accounts/rules/role.ts';

/** Whom a section is for: a role of the clinic and above. */
export interface SettingsSection {
  name: 'clinic';
  to: '/clinics/$clinicId/settings/clinic';
  icon: Icon;
  needs: Role;
}

export interface SettingsGroup {
  name: 'clinic';
  sections: readonly SettingsSection[];
}

/** The index of the settings, in the order in which it is read. Only sections that exist. */
const groups: readonly SettingsGroup[] = [
  {
    name: 'clinic',
    sections: [
      {
        name: 'clinic',
        to: '/clinics/$clinicId/settings/clinic',
        icon: IconBuildingHospital,
        needs: 'readonly',
      },
    ],
  },
];

/** What this role may open; a group without any section is left out. */
export const sectionsFor = (role: Role): readonly SettingsGroup[] =>
  groups
    .map((group) => ({ ...group, sections: group.sections.filter(({ needs }) => atLeast(role, needs)) }))
    .filter(({ sections }) => sections.length > 0);
