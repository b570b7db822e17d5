import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Enrolment as Enrolled } from '../../src/accounts/rules/access-views.ts';
import { Problem } from '../platform/problem.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import section from '../ui/section.module.css';
import classes from './access.module.css';
import { beginTwoFactor, confirmTwoFactor } from './account.query.ts';
import { BackupCodes } from './backup-codes.tsx';
import { PasswordField } from './password-field.tsx';
import { QrCode } from './qr-code.tsx';
import { isWrongPassword } from './wrong-password.ts';

interface EnrolmentProps {
  /** The codes are kept, the second factor is on. */
  onDone: () => void;
  onCancel?: () => void;
}

/** Setting up a second factor: the password, the code to scan, the first digits, the backup codes. */
export const Enrolment = ({ onDone, onCancel }: EnrolmentProps) => {
  const [enrolled, setEnrolled] = useState<Enrolled | null>(null);
  const [confirmed, setConfirmed] = useState(false);
  if (enrolled === null) return <AskPassword onEnrolled={setEnrolled} onCancel={onCancel} />;
  if (!confirmed)
    return <Scan uri={enrolled.uri} onConfirmed={() => setConfirmed(true)} onCancel={onCancel} />;
  return <BackupCodes codes={enrolled.backupCodes} onKept={onDone} />;
};

const CancelButton = ({ onCancel }: { onCancel: (() => void) | undefined }) => {
  const { t } = useTranslation('access');
  if (onCancel === undefined) return null;
  return (
    <Button variant="default" onClick={onCancel}>
      {t('cancel')}
    </Button>
  );
};

interface AskPasswordProps {
  onEnrolled: (enrolled: Enrolled) => void;
  onCancel: (() => void) | undefined;
}

const AskPassword = ({ onEnrolled, onCancel }: AskPasswordProps) => {
  const { t } = useTranslation('access');
  const [password, setPassword] = useState('');
  const begin = useMutation({ mutationFn: () => beginTwoFactor(password), onSuccess: onEnrolled });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    begin.mutate();
  };
  return (
    <form className={classes.sections} onSubmit={submit}>
      {begin.isError && !isWrongPassword(begin.error) && <ProblemNotice error={begin.error} />}
      <PasswordField
        label={t('yourPassword')}
        autoFocus
        maw={360}
        value={password}
        onPassword={setPassword}
        refused={begin.error}
      />
      <div className={section.actions}>
        <Button type="submit" loading={begin.isPending}>
          {t('factor.begin')}
        </Button>
        <CancelButton onCancel={onCancel} />
      </div>
    </form>
  );
};

/** `ABCD EFGH …`, as one types it. */
const keyOf = (uri: string): string =>
  (new URL(uri).searchParams.get('secret') ?? '').replaceAll(/(.{4})(?=.)/g, '$1 ');

const isWrongCode = (error: unknown): boolean => error instanceof Problem && error.status === 400;

interface ScanProps {
  uri: string;
  onConfirmed: () => void;
  onCancel: (() => void) | undefined;
}

const Scan = ({ uri, onConfirmed, onCancel }: ScanProps) => {
  const { t } = useTranslation('access');
  const { t: tAccounts } = useTranslation('accounts');
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => confirmTwoFactor(code.replaceAll(' ', '')),
    onSuccess: onConfirmed,
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form className={classes.enrolment} onSubmit={submit}>
      <QrCode text={uri} label={t('factor.qr')} />
      <div className={classes.sections}>
        <p className={section.text}>{t('factor.scan')}</p>
        <div>
          <span className={section.small}>{t('factor.byHand')}</span>
          <div className={section.secret}>{keyOf(uri)}</div>
        </div>
        {confirm.isError && !isWrongCode(confirm.error) && <ProblemNotice error={confirm.error} />}
        <TextInput
          label={t('factor.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          withAsterisk={false}
          autoFocus
          maw={220}
          pattern="[0-9 ]{6,8}"
          maxLength={8}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={isWrongCode(confirm.error) ? tAccounts('code.wrong') : null}
        />
        <div className={section.actions}>
          <Button type="submit" loading={confirm.isPending}>
            {t('factor.confirm')}
          </Button>
          <CancelButton onCancel={onCancel} />
        </div>
      </div>
    </form>
  );
};
