import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { atLeast } from '../../src/accounts/rules/role.ts';
import type { ClinicSettings } from '../../src/clinics/rules/clinic-settings.ts';
import type { ClinicSettingsView } from '../../src/settings/rules/clinic-settings-view.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { meQuery } from '../accounts/me.query.ts';
import { clinicPath, request } from '../platform/request.ts';
import { confirmDone } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import section from '../ui/section.module.css';
import { clinicSettingsQuery } from './clinic-settings.query.ts';
import { ClinicLines } from './clinic-lines.tsx';
import { NextRun } from './next-run.tsx';
import { PlaceFields } from './place-fields.tsx';
import { RetentionFields } from './retention-fields.tsx';
import classes from './section-form.module.css';

/** What the clinic is called, where it is, and how long it keeps what calls leave behind. */
export const ClinicSection = () => {
  const { clinic } = useCurrentClinic();
  const settings = useQuery(clinicSettingsQuery(clinic.id));
  if (settings.isError)
    return <ProblemNotice error={settings.error} onRetry={() => void settings.refetch()} />;
  if (settings.data === undefined) return <RowsSkeleton rows={6} />;
  return atLeast(clinic.role, 'manager') ? (
    <ClinicForm key={clinic.id} view={settings.data} />
  ) : (
    <ClinicLines settings={settings.data} />
  );
};

const useSaveClinic = (onSaved: () => void) => {
  const { clinic } = useCurrentClinic();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ClinicSettings) =>
      request<ClinicSettingsView>(clinicPath(clinic.id, 'settings'), { method: 'PUT', body }),
    onSuccess: (view) => {
      queries.setQueryData(clinicSettingsQuery(clinic.id).queryKey, view);
      void queries.invalidateQueries({ queryKey: meQuery.queryKey });
      onSaved();
    },
  });
};

const ClinicForm = ({ view }: { view: ClinicSettingsView }) => {
  const { t } = useTranslation('settings');
  const { expiring, ...kept } = view;
  const [draft, setDraft] = useState<ClinicSettings>(kept);
  const save = useSaveClinic(() => confirmDone(t('clinic.saved')));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    save.mutate(draft);
  };
  return (
    <form onSubmit={submit} className={classes.sections}>
      <Panel title={t('sections.clinic')}>
        <PlaceFields draft={draft} onChange={setDraft} />
      </Panel>
      <Panel title={t('retention.title')}>
        <div className={classes.form}>
          <RetentionFields draft={draft} onChange={setDraft} />
          <NextRun expiring={expiring} />
          <p className={classes.text}>{t('retention.recording')}</p>
          {save.isError && <ProblemNotice error={save.error} />}
          <div className={section.actions}>
            <Button type="submit" loading={save.isPending}>
              {t('save')}
            </Button>
          </div>
        </div>
      </Panel>
    </form>
  );
};
