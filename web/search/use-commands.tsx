import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import {
  IconBuildingHospital,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconPhone,
  IconSunMoon,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { changeLanguage, languageNames, languages } from '../app/language.ts';
import { pages } from '../app/pages.ts';
import { useSignOut } from '../app/use-sign-out.ts';
import { endPresence } from '../softphone/presence.ts';
import { useStartCall } from '../softphone/use-start-call.ts';
import { useAvailability } from '../staff/use-availability.ts';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import type { EntryProps } from './entry.tsx';

export interface Command extends EntryProps {
  /** Shown whatever was typed: it is made of what was typed. */
  always?: boolean;
}

const useCallCommand = (typed: string): Command[] => {
  const { t } = useTranslation('search');
  const { clinic } = useCurrentClinic();
  const { parse, format } = usePhoneNumbers();
  const call = useStartCall(clinic.id);
  // Four digits are an extension or part of a date; a number that can be dialled has more.
  if (typed.replaceAll(/\D/g, '').length < 5 || !call.possible) return [];
  const number = parse(typed, clinic.phoneNumbers[0]);
  if (number === null) return [];
  const label = t('callNumber', { number: format(number) });
  return [
    { id: 'call', label, icon: <IconPhone size={20} />, always: true, onSelect: () => call.start(number) },
  ];
};

const useLookCommands = (): Command[] => {
  const { t, i18n } = useTranslation('search');
  const { setColorScheme } = useMantineColorScheme();
  const colorScheme = useComputedColorScheme();
  const others = languages.filter((language) => language !== i18n.language);
  return [
    ...others.map((language) => ({
      id: `language-${language}`,
      label: t('speak', { language: languageNames[language] }),
      icon: <IconLanguage size={20} />,
      onSelect: () => void changeLanguage(language),
    })),
    {
      id: 'scheme',
      label: colorScheme === 'dark' ? t('light') : t('dark'),
      icon: <IconSunMoon size={20} />,
      onSelect: () => setColorScheme(colorScheme === 'dark' ? 'light' : 'dark'),
    },
  ];
};

const useClinicCommands = (): Command[] => {
  const { t } = useTranslation('search');
  const { me, clinic } = useCurrentClinic();
  const navigate = useNavigate();
  return me.clinics
    .filter((each) => each.id !== clinic.id)
    .map((each) => ({
      id: each.id,
      label: t('switchTo', { clinic: each.name }),
      icon: <IconBuildingHospital size={20} />,
      onSelect: () => void navigate({ to: '/clinics/$clinicId/now', params: { clinicId: each.id } }),
    }));
};

/** What can be done from anywhere, and where one can go. */
export const useCommands = (typed: string, onListKeys: () => void) => {
  const { t } = useTranslation('search');
  const frame = useTranslation('frame').t;
  const { clinic } = useCurrentClinic();
  const navigate = useNavigate();
  const signOut = useSignOut(clinic.staffId === null ? undefined : () => endPresence(clinic.id));
  const { available, change } = useAvailability(clinic.id, clinic.staffId);
  const switching: Command[] =
    available === undefined
      ? []
      : [
          {
            id: 'availability',
            label: available ? t('stopCalls') : t('takeCalls'),
            icon: <IconMoon size={20} />,
            onSelect: () => change(!available),
          },
        ];
  const actions: Command[] = [
    ...useCallCommand(typed),
    ...switching,
    ...useClinicCommands(),
    ...useLookCommands(),
    { id: 'keys', label: t('listKeys'), icon: <IconKeyboard size={20} />, onSelect: onListKeys },
    { id: 'sign-out', label: t('signOut'), icon: <IconLogout size={20} />, onSelect: signOut },
  ];
  const go: Command[] = pages.map((page) => ({
    id: page.name,
    label: frame(`pages.${page.name}`),
    hint: `g ${page.key}`,
    icon: <page.icon size={20} />,
    onSelect: () => void navigate({ to: page.to, params: { clinicId: clinic.id } }),
  }));
  return { actions, pages: go };
};
