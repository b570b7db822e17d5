import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmDone } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import section from '../ui/section.module.css';
import { StatusLabel } from '../ui/status-label.tsx';
import classes from './access.module.css';
import { disableTwoFactor, makeBackupCodes } from './account.query.ts';
import { BackupCodes } from './backup-codes.tsx';
import { useCurrentClinic } from './current-clinic.tsx';
import { Enrolment } from './enrolment.tsx';
import { meQuery } from './me.query.ts';
import { PasswordField } from './password-field.tsx';
import { isWrongPassword } from './wrong-password.ts';

/** Two-factor sign-in of one's own: setting it up, new backup codes, switching it off. */
export const TwoFactorPanel = () => {
  const { t } = useTranslation('access');
  const { me } = useCurrentClinic();
  const queries = useQueryClient();
  const [enrolling, setEnrolling] = useState(false);
  const finish = (): void => {
    setEnrolling(false);
    void queries.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  return (
    <Panel title={t('factor.title')}>
      <div className={classes.body}>
        {enrolling && <Enrolment onDone={finish} onCancel={finish} />}
        {!enrolling && me.user.twoFactor && <SwitchedOn />}
        {!enrolling && !me.user.twoFactor && (
          <>
            <p className={section.text}>{t('factor.off')}</p>
            <div className={section.actions}>
              <Button onClick={() => setEnrolling(true)}>{t('factor.begin')}</Button>
            </div>
          </>
        )}
      </div>
    </Panel>
  );
};

type Wish = 'codes' | 'disable';

const SwitchedOn = () => {
  const { t } = useTranslation('access');
  const queries = useQueryClient();
  const [wish, setWish] = useState<Wish | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const act = useMutation({
    mutationFn: async ({ wished, password }: { wished: Wish; password: string }) => {
      if (wished === 'codes') return (await makeBackupCodes(password)).backupCodes;
      await disableTwoFactor(password);
      return null;
    },
    onSuccess: async (made) => {
      setWish(null);
      setCodes(made);
      if (made !== null) return;
      confirmDone(t('factor.disabled'));
      await queries.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  const wishFor = (next: Wish | null): void => {
    act.reset();
    setWish(next);
  };
  if (codes !== null) return <BackupCodes codes={codes} onKept={() => setCodes(null)} />;
  return (
    <>
      <div>
        <StatusLabel tone="green" icon={<IconShieldCheck />}>
          {t('factor.on')}
        </StatusLabel>
      </div>
      {wish === null ? (
        <div className={section.actions}>
          <Button variant="default" onClick={() => wishFor('codes')}>
            {t('factor.newCodes')}
          </Button>
          <Button variant="default" onClick={() => wishFor('disable')}>
            {t('factor.disable')}
          </Button>
        </div>
      ) : (
        <WithPassword
          wish={wish}
          pending={act.isPending}
          error={act.error}
          onPassword={(password) => act.mutate({ wished: wish, password })}
          onCancel={() => wishFor(null)}
        />
      )}
    </>
  );
};

interface WithPasswordProps {
  wish: Wish;
  pending: boolean;
  error: Error | null;
  onPassword: (password: string) => void;
  onCancel: () => void;
}

const WithPassword = ({ wish, pending, error, onPassword, onCancel }: WithPasswordProps) => {
  const { t } = useTranslation('access');
  const [password, setPassword] = useState('');
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onPassword(password);
  };
  return (
    <form className={classes.sections} onSubmit={submit}>
      <p className={section.text}>{t(wish === 'codes' ? 'factor.newCodesText' : 'factor.disableText')}</p>
      {error !== null && !isWrongPassword(error) && <ProblemNotice error={error} />}
      <PasswordField
        label={t('yourPassword')}
        autoFocus
        maw={360}
        value={password}
        onPassword={setPassword}
        refused={error}
      />
      <div className={section.actions}>
        <Button type="submit" color={wish === 'disable' ? 'red.8' : 'desk'} loading={pending}>
          {t(wish === 'codes' ? 'factor.makeCodes' : 'factor.disable')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
};
