import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { shortestPassword } from '../../src/accounts/rules/password.ts';
import { Entrance } from '../app/entrance.tsx';
import { Problem } from '../platform/problem.ts';
import { request } from '../platform/request.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useLinkToken } from './link-token.ts';
import { PasswordField } from './password-field.tsx';

/** Asks for a link when there is none behind #; with one, asks for the new password. */
export const NewPasswordPage = () => {
  const token = useLinkToken();
  const [over, setOver] = useState('');
  return token === '' || token === over ? (
    <AskForLink />
  ) : (
    <ChoosePassword key={token} token={token} onAgain={() => setOver(token)} />
  );
};

const ToSignIn = () => {
  const { t } = useTranslation('access');
  return (
    <Anchor component={Link} to="/sign-in" size="sm" ta="center">
      {t('reset.back')}
    </Anchor>
  );
};

const AskForLink = () => {
  const { t } = useTranslation('access');
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: () =>
      request('/api/v1/auth/password/forgotten', { method: 'POST', body: { email: email.trim() } }),
  });
  const submit = (event: SubmitEvent<HTMLElement>): void => {
    event.preventDefault();
    ask.mutate();
  };
  if (ask.isSuccess)
    return (
      <Entrance title={t('reset.sent')} text={t('reset.sentText', { email: email.trim() })}>
        <ToSignIn />
      </Entrance>
    );
  return (
    <Entrance title={t('reset.ask')} text={t('reset.askText')}>
      <Stack component="form" gap="md" onSubmit={submit}>
        {ask.isError && <ProblemNotice error={ask.error} />}
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          size="md"
          maxLength={254}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={ask.isPending} fullWidth>
          {t('reset.send')}
        </Button>
        <ToSignIn />
      </Stack>
    </Entrance>
  );
};

const isOver = (error: unknown): boolean => error instanceof Problem && error.code === 'link-over';

const ChoosePassword = ({ token, onAgain }: { token: string; onAgain: () => void }) => {
  const { t } = useTranslation('access');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const short = password.length < shortestPassword;
  const save = useMutation({
    mutationFn: () => request('/api/v1/auth/password', { method: 'POST', body: { token, password } }),
  });
  const submit = (event: SubmitEvent<HTMLElement>): void => {
    event.preventDefault();
    setTried(true);
    if (!short) save.mutate();
  };
  if (save.isSuccess)
    return (
      <Entrance title={t('reset.done')} text={t('reset.doneText')}>
        <Button component={Link} to="/sign-in" size="md">
          {t('invitation.signIn')}
        </Button>
      </Entrance>
    );
  if (isOver(save.error))
    return (
      <Entrance title={t('reset.over')} text={t('reset.overText')}>
        <Button size="md" onClick={onAgain}>
          {t('reset.again')}
        </Button>
        <ToSignIn />
      </Entrance>
    );
  return (
    <Entrance title={t('reset.title')} text={t('newPassword.short', { count: shortestPassword })}>
      <Stack component="form" gap="md" onSubmit={submit}>
        {save.isError && <ProblemNotice error={save.error} />}
        <PasswordField
          label={t('newPassword.next')}
          autoComplete="new-password"
          autoFocus
          size="md"
          value={password}
          onPassword={setPassword}
          error={tried && short ? t('newPassword.short', { count: shortestPassword }) : null}
        />
        <Button type="submit" size="md" loading={save.isPending} fullWidth>
          {t('reset.save')}
        </Button>
      </Stack>
    </Entrance>
  );
};
