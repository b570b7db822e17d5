import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isSignedOut, Problem } from '../platform/problem.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { sendCode } from './session.ts';
import { useEnter } from './use-enter.ts';

interface CodeStepProps {
  onSignedIn: () => Promise<void>;
  /** Back to the password, also when that was too long ago. */
  onBack: () => void;
}

const isWrong = (error: unknown): boolean => error instanceof Problem && error.status === 400;

/** The second question of a sign-in: six digits of the authenticator, or a backup code. */
export const CodeStep = ({ onSignedIn, onBack }: CodeStepProps) => {
  const { t } = useTranslation('accounts');
  const [code, setCode] = useState('');
  const enter = useEnter(onSignedIn);
  const send = useMutation({
    mutationFn: async () => {
      await sendCode(code.replaceAll(' ', ''));
      await enter();
    },
    onError: (error) => {
      if (isSignedOut(error)) onBack();
    },
  });
  const submit = (event: SubmitEvent<HTMLElement>): void => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <Stack component="form" gap="md" onSubmit={submit}>
      {send.isError && !isWrong(send.error) && <ProblemNotice error={send.error} />}
      <TextInput
        label={t('code.label')}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        withAsterisk={false}
        autoFocus
        size="md"
        minLength={6}
        maxLength={24}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={isWrong(send.error) ? t('code.wrong') : null}
      />
      <Button type="submit" size="md" loading={send.isPending} fullWidth>
        {t('signIn.action')}
      </Button>
      <Button variant="subtle" size="sm" onClick={onBack}>
        {t('code.back')}
      </Button>
    </Stack>
  );
};
