import { Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { clinicPath, request } from '../platform/request.ts';
import { confirmDone } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import section from '../ui/section.module.css';
import classes from './access.module.css';
import { useCurrentClinic } from './current-clinic.tsx';
import { meQuery } from './me.query.ts';
import { accessRulesQuery, membersQuery } from './people.query.ts';

/** Whether everybody here needs a second factor, and how many have none yet. */
export const TwoFactorRule = () => {
  const { t } = useTranslation('access');
  const { clinic } = useCurrentClinic();
  const queries = useQueryClient();
  const rules = useQuery(accessRulesQuery(clinic.id));
  const members = useQuery(membersQuery(clinic.id));
  const change = useMutation({
    mutationFn: (twoFactorRequired: boolean) =>
      request<{ twoFactorRequired: boolean }>(clinicPath(clinic.id, 'access-rules'), {
        method: 'PUT',
        body: { twoFactorRequired },
      }),
    onSuccess: async (saved) => {
      queries.setQueryData(accessRulesQuery(clinic.id).queryKey, saved);
      confirmDone(saved.twoFactorRequired ? t('rule.on') : t('rule.off'));
      await queries.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  if (rules.data === undefined || members.data === undefined) return null;
  const missing = members.data.filter(({ twoFactor }) => !twoFactor).length;
  const required = change.isPending ? change.variables : rules.data.twoFactorRequired;
  const isOwner = clinic.role === 'owner';
  return (
    <Panel title={t('rule.title')}>
      <div className={classes.body}>
        <p className={section.text}>{t('rule.text')}</p>
        <Switch
          label={t('rule.label')}
          description={isOwner ? undefined : t('rule.ownersOnly')}
          disabled={!isOwner}
          checked={required}
          onChange={(event) => change.mutate(event.currentTarget.checked)}
        />
        {required && (
          <p className={section.text}>
            {missing === 0 ? t('rule.all') : t('rule.missing', { count: missing })}
          </p>
        )}
        {change.isError && <ProblemNotice error={change.error} />}
      </div>
    </Panel>
  );
};
