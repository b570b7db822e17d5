import { IconDots, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { openConversationsQuery } from '../messages/messages.query.ts';
import { voicemailsQuery } from '../voicemail/voicemail.query.ts';
import { PopUp } from '../ui/pop-up.tsx';
import { pageGroups, pages, pagesOnPhone, type PortalPage } from './pages.ts';
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
  const linkTo = (page: PortalPage, onFollow?: () => void) => (
    <RailLink page={page} clinicId={clinic.id} count={badges[page.name] ?? 0} onFollow={onFollow} />
  );
  const rest = pages.filter(({ name }) => !pagesOnPhone.includes(name));
  const waiting = rest.reduce((sum, { name }) => sum + (badges[name] ?? 0), 0);
  return (
    <nav className={classes.rail} aria-label={t('navigation')}>
      {pageGroups.map((group) => (
        <ul key={group.name} className={classes.group} aria-label={t(`groups.${group.name}`)}>
          {group.pages.map((page) => (
            <li key={page.name} data-rest={!pagesOnPhone.includes(page.name)}>
              {linkTo(page)}
            </li>
          ))}
        </ul>
      ))}
      <div className={classes.more}>
        <PopUp
          label={t('more')}
          place="above-end"
          width={240}
          buttonClass={classes.link}
          button={
            <>
              <RailIcon icon={IconDots} count={waiting} />
              {t('more')}
            </>
          }
        >
          {(close) => (
            <ul className={classes.sheet}>
              {rest.map((page) => (
                <li key={page.name}>{linkTo(page, close)}</li>
              ))}
            </ul>
          )}
        </PopUp>
      </div>
    </nav>
  );
};

const RailIcon = ({ icon: Shown, count }: { icon: Icon; count: number }) => (
  <span className={classes.icon}>
    <Shown size={22} stroke={1.7} aria-hidden />
    {count > 0 && (
      <span className={classes.count} aria-hidden>
        {count > 99 ? '99+' : count}
      </span>
    )}
  </span>
);

interface RailLinkProps {
  page: PortalPage;
  clinicId: string;
  count: number;
  onFollow: (() => void) | undefined;
}

const RailLink = ({ page, clinicId, count, onFollow }: RailLinkProps) => {
  const { t } = useTranslation('frame');
  return (
    <Link
      to={page.to}
      params={{ clinicId }}
      className={classes.link}
      activeProps={{ 'data-active': true }}
      {...(onFollow === undefined ? {} : { onClick: onFollow })}
    >
      <RailIcon icon={page.icon} count={count} />
      {t(`pages.${page.name}`)}
      {count > 0 && (
        <span className={classes.unseen}>, {t(countWords[page.name] ?? 'newVoicemails', { count })}</span>
      )}
    </Link>
  );
};
