import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Entrance } from '../app/entrance.tsx';
import { Problem } from '../platform/problem.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { CodeStep } from './code-step.tsx';
import { signIn } from './session.ts';
import { useEnter } from './use-enter.ts';

interface StepProps {
  onSignedIn: () => Promise<void>;
}

export const SignInPage = ({ onSignedIn }: StepProps) => {
  const { t } = useTranslation('accounts');
  const [step, setStep] = useState<'password' | 'code'>('password');
  return step === 'password' ? (
    <Entrance title={t('signIn.title')} text={t('signIn.text')}>
      <PasswordStep onSignedIn={onSignedIn} onCode={() => setStep('code')} />
    </Entrance>
  ) : (
    <Entrance title={t('code.title')} text={t('code.text')}>
      <CodeStep onSignedIn={onSignedIn} onBack={() => setStep('password')} />
    </Entrance>
  );
};

const wrongPassword = (error: unknown): boolean =>
  error instanceof Problem && (error.status === 401 || error.status === 400);

const PasswordStep = ({ onSignedIn, onCode }: StepProps & { onCode: () => void }) => {
  const { t } = useTranslation('accounts');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useEnter(onSignedIn);
  const send = useMutation({
    mutationFn: async () => {
      if ((await signIn(email.trim(), password)) === 'done') await enter();
      else onCode();
    },
  });
  const submit = (event: SubmitEvent<HTMLElement>): void => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <Stack component="form" gap="md" onSubmit={submit}>
      {send.isError && !wrongPassword(send.error) && <ProblemNotice error={send.error} />}
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
        error={wrongPassword(send.error) ? t('signIn.wrong') : null}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
      <Button type="submit" size="md" loading={send.isPending} fullWidth>
        {t('signIn.action')}
      </Button>
      <Anchor component={Link} to="/new-password" size="sm" ta="center">
        {t('signIn.forgotten')}
      </Anchor>
    </Stack>
  );
};
