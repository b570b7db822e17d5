import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenInvitationView } from '../../src/accounts/rules/access-views.ts';
import { shortestPassword } from '../../src/accounts/rules/password.ts';
import { Entrance } from '../app/entrance.tsx';
import { Problem } from '../platform/problem.ts';
import { request } from '../platform/request.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { CodeStep } from './code-step.tsx';
import { useLinkToken } from './link-token.ts';
import { PasswordField } from './password-field.tsx';
import { signIn } from './session.ts';
import { useEnter } from './use-enter.ts';
import { isWrongPassword } from './wrong-password.ts';

const isOver = (error: unknown): boolean => error instanceof Problem && error.code === 'link-over';

/** Where the link of an invitation leads: with a new account, or the one that the address has. */
export const InvitationPage = () => {
  const { t } = useTranslation('access');
  const { t: tAccounts } = useTranslation('accounts');
  const navigate = useNavigate();
  const token = useLinkToken();
  const [step, setStep] = useState<'accept' | 'code'>('accept');
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () =>
      request<OpenInvitationView>('/api/v1/auth/invitation', { method: 'POST', body: { token } }),
    enabled: token !== '',
    staleTime: Infinity,
  });
  const goHome = () => navigate({ to: '/', replace: true });
  if (step === 'code')
    return (
      <Entrance title={tAccounts('code.title')} text={tAccounts('code.text')}>
        <CodeStep onSignedIn={goHome} onBack={() => void navigate({ to: '/sign-in', search: {} })} />
      </Entrance>
    );
  if (token === '' || isOver(invitation.error)) return <LinkOver />;
  const open = invitation.data;
  if (open === undefined)
    return (
      <Entrance title={t('invitation.accept')}>
        {invitation.isError ? (
          <ProblemNotice error={invitation.error} onRetry={() => void invitation.refetch()} />
        ) : (
          <RowsSkeleton rows={3} />
        )}
      </Entrance>
    );
  const { clinic, role, email, hasAccount } = open;
  return (
    <Entrance
      title={t('invitation.title', { clinic })}
      text={t('invitation.text', { role: tAccounts(`roles.${role}`), email })}
    >
      {hasAccount && <span>{t('invitation.known')}</span>}
      <AcceptForm token={token} invitation={open} onSignedIn={goHome} onCode={() => setStep('code')} />
    </Entrance>
  );
};

const LinkOver = () => {
  const { t } = useTranslation('access');
  return (
    <Entrance title={t('invitation.over')} text={t('invitation.overText')}>
      <Button component={Link} to="/sign-in" variant="default">
        {t('invitation.signIn')}
      </Button>
    </Entrance>
  );
};

interface AcceptFormProps {
  token: string;
  invitation: OpenInvitationView;
  onSignedIn: () => Promise<void>;
  onCode: () => void;
}

const AcceptForm = ({ token, invitation, onSignedIn, onCode }: AcceptFormProps) => {
  const { t } = useTranslation('access');
  const { hasAccount, email } = invitation;
  const [name, setName] = useState(invitation.name);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const enter = useEnter(onSignedIn);
  const short = !hasAccount && password.length < shortestPassword;
  const accept = useMutation({
    mutationFn: async () => {
      const body = { token, password, ...(hasAccount ? {} : { name }) };
      await request('/api/v1/auth/invitation/accept', { method: 'POST', body });
      if ((await signIn(email, password)) === 'done') await enter();
      else onCode();
    },
  });
  const submit = (event: SubmitEvent<HTMLElement>): void => {
    event.preventDefault();
    setTried(true);
    if (!short) accept.mutate();
  };
  return (
    <Stack component="form" gap="md" onSubmit={submit}>
      {accept.isError && !isWrongPassword(accept.error) && <ProblemNotice error={accept.error} />}
      <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      {!hasAccount && (
        <TextInput
          label={t('invitation.yourName')}
          autoComplete="name"
          required
          withAsterisk={false}
          size="md"
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <PasswordField
        label={hasAccount ? t('yourPassword') : t('invitation.choose')}
        description={hasAccount ? undefined : t('newPassword.short', { count: shortestPassword })}
        autoComplete={hasAccount ? 'current-password' : 'new-password'}
        size="md"
        value={password}
        onPassword={setPassword}
        refused={accept.error}
        error={tried && short ? t('newPassword.short', { count: shortestPassword }) : null}
      />
      <Button type="submit" size="md" loading={accept.isPending} fullWidth>
        {t('invitation.accept')}
      </Button>
    </Stack>
  );
};
