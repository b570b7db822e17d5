import {
  IconBuildingHospital,
  IconHistoryToggle,
  IconKey,
  IconMail,
  IconMicrophone,
  IconPhone,
  IconPlugConnected,
  IconSend,
  IconUserCircle,
  IconUsersGroup,
  IconWebhook,
  IconWriting,
  type Icon,
} from '@tabler/icons-react';
import { atLeast, type Role } from '../../src/accounts/rules/role.ts';

type SectionPath =
  | 'clinic'
  | 'contact'
  | 'people'
  | 'api-keys'
  | 'webhooks'
  | 'audit'
  | 'account'
  | 'carrier'
  | 'mail'
  | 'speech'
  | 'transcription'
  | 'encryption';

/** Whom a section is for: a role of the clinic and above, or those who look after the installation. */
export interface SettingsSection {
  name: SectionPath;
  to: `/clinics/$clinicId/settings/${SectionPath}`;
  icon: Icon;
  needs: Role | 'administrator';
}

export interface SettingsGroup {
  name: 'clinic' | 'you' | 'installation';
  sections: readonly SettingsSection[];
}

const section = (name: SectionPath, icon: Icon, needs: SettingsSection['needs']): SettingsSection => ({
  name,
  to: `/clinics/$clinicId/settings/${name}`,
  icon,
  needs,
});

/** The index of the settings, in the order in which it is read. Only sections that exist. */
const groups: readonly SettingsGroup[] = [
  {
    name: 'clinic',
    sections: [
      section('clinic', IconBuildingHospital, 'readonly'),
      section('contact', IconSend, 'readonly'),
      section('people', IconUsersGroup, 'manager'),
      section('api-keys', IconPlugConnected, 'manager'),
      section('webhooks', IconWebhook, 'manager'),
      section('audit', IconHistoryToggle, 'manager'),
    ],
  },
  { name: 'you', sections: [section('account', IconUserCircle, 'readonly')] },
  {
    name: 'installation',
    sections: [
      section('carrier', IconPhone, 'administrator'),
      section('mail', IconMail, 'administrator'),
      section('speech', IconMicrophone, 'administrator'),
      section('transcription', IconWriting, 'administrator'),
      section('encryption', IconKey, 'administrator'),
    ],
  },
];

/** What this person may open; a group without any section is left out. */
export const sectionsFor = (person: { role: Role; isAdministrator: boolean }): readonly SettingsGroup[] =>
  groups
    .map((group) => ({
      ...group,
      sections: group.sections.filter(({ needs }) =>
        needs === 'administrator' ? person.isAdministrator : atLeast(person.role, needs),
      ),
    }))
    .filter(({ sections }) => sections.length > 0);
