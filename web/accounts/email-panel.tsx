import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../platform/request.ts';
import { confirmDone } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import section from '../ui/section.module.css';
import classes from './access.module.css';
import { accountPath } from './account.query.ts';
import { useCurrentClinic } from './current-clinic.tsx';
import { PasswordField } from './password-field.tsx';
import { isWrongPassword } from './wrong-password.ts';

/** The address one signs in with; a new one holds when its link was opened. */
export const EmailPanel = () => {
  const { t } = useTranslation('access');
  const { me } = useCurrentClinic();
  const [open, setOpen] = useState(false);
  return (
    <Panel title={t('address.title')}>
      <div className={classes.body}>
        <p className={section.text}>{t('address.now', { email: me.user.email })}</p>
        {open ? (
          <EmailForm onClose={() => setOpen(false)} />
        ) : (
          <div className={section.actions}>
            <Button variant="default" onClick={() => setOpen(true)}>
              {t('address.change')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
};

const EmailForm = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('access');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const ask = useMutation({
    mutationFn: () =>
      request(accountPath('/email'), { method: 'POST', body: { email: email.trim(), password } }),
    onSuccess: () => {
      confirmDone(t('address.sent', { email: email.trim() }));
      onClose();
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <form className={classes.sections} onSubmit={submit}>
      {ask.isError && !isWrongPassword(ask.error) && <ProblemNotice error={ask.error} />}
      <div className={section.fields}>
        <TextInput
          label={t('address.next')}
          type="email"
          autoComplete="email"
          required
          withAsterisk={false}
          autoFocus
          maxLength={254}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordField
          label={t('yourPassword')}
          value={password}
          onPassword={setPassword}
          refused={ask.error}
        />
      </div>
      <div className={section.actions}>
        <Button type="submit" loading={ask.isPending}>
          {t('address.send')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
};
