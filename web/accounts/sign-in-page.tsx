import { Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../platform/problem.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { meQuery } from './me.query.ts';
import { signIn } from './session.ts';
import classes from './sign-in-page.module.css';

interface SignInPageProps {
  logo: React.ReactNode;
  languageSwitch: React.ReactNode;
  onSignedIn: () => Promise<void>;
}

const wrongPassword = (error: unknown): boolean =>
  error instanceof Problem && (error.status === 401 || error.status === 400);

export const SignInPage = ({ logo, languageSwitch, onSignedIn }: SignInPageProps) => {
  const { t } = useTranslation('accounts');
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: async () => {
      await signIn(email.trim(), password);
      queries.removeQueries();
      await queries.fetchQuery(meQuery);
      await onSignedIn();
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <main className={classes.page}>
      <Paper component="form" onSubmit={submit} className={classes.form} radius="lg" withBorder>
        <Stack gap="md">
          <div>
            {logo}
            <Title order={1} mt="md">
              {t('signIn.title')}
            </Title>
            <Text c="dimmed">{t('signIn.text')}</Text>
          </div>
          {enter.isError && !wrongPassword(enter.error) && <ProblemNotice error={enter.error} />}
          <TextInput
            label={t('signIn.email')}
            type="email"
            name="email"
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus
            size="md"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('signIn.password')}
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            size="md"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={wrongPassword(enter.error) ? t('signIn.wrong') : null}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          />
          <Button type="submit" size="md" loading={enter.isPending} fullWidth>
            {t('signIn.action')}
          </Button>
        </Stack>
      </Paper>
      {languageSwitch}
    </main>
  );
};
