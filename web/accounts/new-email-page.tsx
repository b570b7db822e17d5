import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Entrance } from '../app/entrance.tsx';
import { Problem } from '../platform/problem.ts';
import { request } from '../platform/request.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useLinkToken } from './link-token.ts';
import { meQuery } from './me.query.ts';

const isOver = (error: unknown): boolean => error instanceof Problem && error.code === 'link-over';

/** Where the link to a new address leads. A click confirms it: programs that read mails open every link. */
export const NewEmailPage = () => {
  const token = useLinkToken();
  return <ConfirmAddress key={token} token={token} />;
};

const ConfirmAddress = ({ token }: { token: string }) => {
  const { t } = useTranslation('access');
  const queries = useQueryClient();
  const confirm = useMutation({
    mutationFn: () => request('/api/v1/auth/email', { method: 'POST', body: { token } }),
    onSuccess: () => queries.removeQueries({ queryKey: meQuery.queryKey }),
  });
  const toPortal = (
    <Button component={Link} to="/" variant={confirm.isSuccess ? 'filled' : 'default'} size="md">
      {t('confirmEmail.portal')}
    </Button>
  );
  if (confirm.isSuccess)
    return (
      <Entrance title={t('confirmEmail.done')} text={t('confirmEmail.text')}>
        {toPortal}
      </Entrance>
    );
  if (isOver(confirm.error) || token === '')
    return (
      <Entrance title={t('confirmEmail.over')} text={t('confirmEmail.overText')}>
        {toPortal}
      </Entrance>
    );
  return (
    <Entrance title={t('confirmEmail.title')} text={t('confirmEmail.text')}>
      {confirm.isError && <ProblemNotice error={confirm.error} />}
      <Button size="md" loading={confirm.isPending} onClick={() => confirm.mutate()}>
        {t('confirmEmail.confirm')}
      </Button>
    </Entrance>
  );
};
