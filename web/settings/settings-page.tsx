import { IconChevronLeft } from '@tabler/icons-react';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { usePageTitle } from '../ui/page-title.ts';
import classes from './settings-page.module.css';
import { sectionsFor } from './settings-sections.ts';

/** The index at the left, the chosen section beside it; on a telephone one after the other. */
export const SettingsPage = () => {
  const { t } = useTranslation('settings');
  const { clinic } = useCurrentClinic();
  const open = useLocation({ select: ({ pathname }) => !/\/settings\/?$/.test(pathname) });
  usePageTitle(t('title'));
  return (
    <div className={classes.page} data-open={open || undefined}>
      <div className={classes.index}>
        <h1 className={classes.title}>{t('title')}</h1>
        <SettingsIndex />
      </div>
      <div className={classes.section}>
        <Link to="/clinics/$clinicId/settings" params={{ clinicId: clinic.id }} className={classes.back}>
          <IconChevronLeft size={18} aria-hidden />
          {t('title')}
        </Link>
        <Outlet />
      </div>
    </div>
  );
};

const SettingsIndex = () => {
  const { t } = useTranslation('settings');
  const { clinic, me } = useCurrentClinic();
  const groups = sectionsFor({ role: clinic.role, isAdministrator: me.user.isAdministrator });
  return (
    <nav aria-label={t('index')}>
      {groups.map((group) => (
        <div key={group.name} className={classes.group}>
          <h2 id={`settings-${group.name}`} className={classes.groupName}>
            {t(`groups.${group.name}`)}
          </h2>
          <ul aria-labelledby={`settings-${group.name}`} className={classes.links}>
            {group.sections.map((section) => (
              <li key={section.name}>
                <Link
                  to={section.to}
                  params={{ clinicId: clinic.id }}
                  className={classes.link}
                  activeProps={{ 'data-active': true }}
                >
                  <section.icon size={18} stroke={1.7} aria-hidden />
                  {t(`sections.${section.name}`)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
};
