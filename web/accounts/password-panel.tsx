import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { shortestPassword } from '../../src/accounts/rules/password.ts';
import { request } from '../platform/request.ts';
import { confirmDone } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import section from '../ui/section.module.css';
import classes from './access.module.css';
import { accountPath, sessionsQuery } from './account.query.ts';
import { PasswordField } from './password-field.tsx';
import { isWrongPassword } from './wrong-password.ts';

/** Changing the password; whoever knew the old one is out. */
export const PasswordPanel = () => {
  const { t } = useTranslation('access');
  const [open, setOpen] = useState(false);
  return (
    <Panel title={t('newPassword.title')}>
      <div className={classes.body}>
        {open ? (
          <PasswordForm onClose={() => setOpen(false)} />
        ) : (
          <div className={section.actions}>
            <Button variant="default" onClick={() => setOpen(true)}>
              {t('newPassword.change')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
};

const PasswordForm = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('access');
  const queries = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [tried, setTried] = useState(false);
  const short = next.length < shortestPassword;
  const change = useMutation({
    mutationFn: () => request(accountPath('/password'), { method: 'PUT', body: { current, next } }),
    onSuccess: () => {
      confirmDone(t('newPassword.saved'));
      void queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
      onClose();
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    if (!short) change.mutate();
  };
  return (
    <form className={classes.sections} onSubmit={submit}>
      <p className={section.text}>{t('newPassword.text', { count: shortestPassword })}</p>
      {change.isError && !isWrongPassword(change.error) && <ProblemNotice error={change.error} />}
      <div className={section.fields}>
        <PasswordField
          label={t('newPassword.now')}
          autoFocus
          value={current}
          onPassword={setCurrent}
          refused={change.error}
        />
        <PasswordField
          label={t('newPassword.next')}
          autoComplete="new-password"
          value={next}
          onPassword={setNext}
          error={tried && short ? t('newPassword.short', { count: shortestPassword }) : null}
        />
      </div>
      <div className={section.actions}>
        <Button type="submit" loading={change.isPending}>
          {t('newPassword.change')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
};
