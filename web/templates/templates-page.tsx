import { Button } from '@mantine/core';
import { IconDeviceMobileMessage, IconMail, IconPlus, IconTemplate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import type { MyClinic } from '../accounts/me.query.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import panes from '../ui/two-panes.module.css';
import { TwoPanes } from '../ui/two-panes.tsx';
import { TemplateEditor } from './template-editor.tsx';
import { templateQuery, templatesQuery } from './templates.query.ts';
import classes from './templates-page.module.css';

const route = getRouteApi('/signed-in/clinics/$clinicId/templates');

const mayChange = ({ role }: MyClinic): boolean => role === 'owner' || role === 'manager';

const TemplateList = ({ clinic, openId }: { clinic: MyClinic; openId: string | undefined }) => {
  const { t } = useTranslation('templates');
  const { data, error, refetch, isPending } = useQuery(templatesQuery(clinic.id));
  return (
    <nav className={panes.list} aria-label={t('list')}>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <RowsSkeleton rows={6} />}
      {data?.map(({ id, name, channel, purpose }) => {
        const Channel = channel === 'email' ? IconMail : IconDeviceMobileMessage;
        return (
          <Link
            key={id}
            to="/clinics/$clinicId/templates"
            params={{ clinicId: clinic.id }}
            search={{ open: id }}
            className={classes.row}
            aria-current={openId === id || undefined}
          >
            <Channel size={18} aria-hidden />
            <span>
              <span className={classes.name}>{name}</span>
              <span className={classes.sub}>
                {t(`channels.${channel}`)} · {t(`purposes.${purpose}`)}
              </span>
            </span>
          </Link>
        );
      })}
      {data?.length === 0 && (
        <EmptyState icon={<IconTemplate />} title={t('none')}>
          {t('noneText')}
        </EmptyState>
      )}
    </nav>
  );
};

const OpenTemplate = ({ clinic, id }: { clinic: MyClinic; id: string }) => {
  const { data, error, refetch } = useQuery(templateQuery(clinic.id, id));
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <RowsSkeleton rows={8} />;
  return (
    <TemplateEditor
      key={`${data.id} ${data.revision}`}
      clinic={clinic}
      template={data}
      readOnly={!mayChange(clinic) || data.archivedAt !== null}
    />
  );
};

/** What the clinic's messages say. */
export const TemplatesPage = () => {
  const { t } = useTranslation('templates');
  const { clinic } = useCurrentClinic();
  const { open } = route.useSearch();
  const { data: templates } = useQuery(templatesQuery(clinic.id));
  // Nobody is asked to choose from nothing.
  const nothingToChoose = templates?.length === 0;
  return (
    <>
      <PageHead title={t('title')}>
        {mayChange(clinic) && (
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            renderRoot={(props) => (
              <Link
                {...props}
                to="/clinics/$clinicId/templates"
                params={{ clinicId: clinic.id }}
                search={{ open: 'new' }}
              />
            )}
          >
            {t('add')}
          </Button>
        )}
      </PageHead>
      <TwoPanes open={open !== undefined} narrowList list={<TemplateList clinic={clinic} openId={open} />}>
        {open === undefined && (
          <EmptyState icon={<IconTemplate />} title={t(nothingToChoose ? 'newName' : 'choose')}>
            {t('chooseText')}
          </EmptyState>
        )}
        {open === 'new' && (
          <TemplateEditor key="new" clinic={clinic} template={null} readOnly={!mayChange(clinic)} />
        )}
        {open !== undefined && open !== 'new' && <OpenTemplate key={open} clinic={clinic} id={open} />}
      </TwoPanes>
    </>
  );
};
