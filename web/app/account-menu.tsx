import { Avatar, Button, Divider, SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { endPresence } from '../softphone/presence.ts';
import { PopUp } from '../ui/pop-up.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import classes from './top-bar.module.css';
import { useSignOut } from './use-sign-out.ts';

const schemes = ['auto', 'light', 'dark'] as const;

/** Who is signed in, language and appearance, and the way out. */
export const AccountMenu = () => {
  const { t } = useTranslation('accounts');
  const { me, clinic } = useCurrentClinic();
  const signOut = useSignOut(clinic.staffId === null ? undefined : () => endPresence(clinic.id));
  return (
    <PopUp
      label={t('menu')}
      buttonLabel={t('menu')}
      buttonClass={classes.account}
      place="below-end"
      width={272}
      button={<Avatar name={me.user.name} color="desk" size={32} alt="" />}
    >
      {(close) => (
        <Stack gap="sm">
          <div>
            <Text fw={600} truncate>
              {me.user.name}
            </Text>
            <Text size="sm" c="dimmed" truncate title={me.user.email}>
              {t(`roles.${clinic.role}`)} · {me.user.email}
            </Text>
          </div>
          <LanguageSwitch fullWidth />
          <AppearanceSwitch />
          <Divider />
          <Button
            renderRoot={(props) => (
              <Link {...props} to="/clinics/$clinicId/settings/account" params={{ clinicId: clinic.id }} />
            )}
            variant="subtle"
            color="gray"
            c="inherit"
            justify="start"
            leftSection={<IconUserCircle size={16} aria-hidden />}
            onClick={close}
          >
            {t('myAccount')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            c="inherit"
            justify="start"
            leftSection={<IconLogout size={16} aria-hidden />}
            onClick={signOut}
          >
            {t('signOut')}
          </Button>
        </Stack>
      )}
    </PopUp>
  );
};

const AppearanceSwitch = () => {
  const { t } = useTranslation('frame');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      aria-label={t('appearance')}
      size="xs"
      fullWidth
      value={colorScheme}
      data={schemes.map((value) => ({ value, label: t(`schemes.${value}`) }))}
      onChange={(value) => setColorScheme(schemes.find((each) => each === value) ?? 'auto')}
    />
  );
};
