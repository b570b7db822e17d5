import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { openConversationsQuery } from '../messages/messages.query.ts';
import { voicemailsQuery } from '../voicemail/voicemail.query.ts';
import { pageGroups, type PortalPage } from './pages.ts';
import classes from './rail.module.css';

const countWords: Partial<Record<PortalPage['name'], 'newVoicemails' | 'openConversations'>> = {
  messages: 'openConversations',
};

export const Rail = () => {
  const { t } = useTranslation('frame');
  const { clinic } = useCurrentClinic();
  const { data } = useQuery(voicemailsQuery(clinic.id, { status: 'new' }));
  const { data: openConversations = 0 } = useQuery(openConversationsQuery(clinic.id));
  const badges: Partial<Record<PortalPage['name'], number>> = {
    voicemail: data?.newCount ?? 0,
    messages: openConversations,
  };
  return (
    <nav className={classes.rail} aria-label={t('navigation')}>
      {pageGroups.map((group) => (
        <ul key={group.name} className={classes.group} aria-label={t(`groups.${group.name}`)}>
          {group.pages.map((page) => (
            <li key={page.name}>
              <RailLink page={page} clinicId={clinic.id} count={badges[page.name] ?? 0} />
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
};

const RailLink = ({ page, clinicId, count }: { page: PortalPage; clinicId: string; count: number }) => {
  const { t } = useTranslation('frame');
  return (
    <Link to={page.to} params={{ clinicId }} className={classes.link} activeProps={{ 'data-active': true }}>
      <span className={classes.icon}>
        <page.icon size={22} stroke={1.7} aria-hidden />
        {count > 0 && (
          <span className={classes.count} aria-hidden>
            {count > 99 ? '99+' : count}
          </span>
        )}
      </span>
      {t(`pages.${page.name}`)}
      {count > 0 && (
        <span className={classes.unseen}>, {t(countWords[page.name] ?? 'newVoicemails', { count })}</span>
      )}
    </Link>
  );
};
