import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '../app/language.ts';
import { request } from '../platform/request.ts';
import { confirmDone } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import section from '../ui/section.module.css';
import classes from './access.module.css';
import { accountPath } from './account.query.ts';
import { useCurrentClinic } from './current-clinic.tsx';
import { meQuery } from './me.query.ts';

/** The name that others see, and the language of mails. */
export const ProfilePanel = () => {
  const { t } = useTranslation('access');
  const { me } = useCurrentClinic();
  const queries = useQueryClient();
  const [name, setName] = useState(me.user.name);
  const [language, setLanguage] = useState(me.user.language);
  const save = useMutation({
    mutationFn: () => request(accountPath(''), { method: 'PATCH', body: { name, language } }),
    onSuccess: async () => {
      confirmDone(t('profile.saved'));
      await queries.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Panel title={t('profile.title')}>
      <form className={classes.body} onSubmit={submit}>
        <div className={section.fields}>
          <TextInput
            label={t('name')}
            autoComplete="name"
            required
            withAsterisk={false}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('profile.mailLanguage')}
            value={language ?? ''}
            data={[
              { value: '', label: t('profile.ofClinic') },
              ...languages.map((value) => ({ value, label: languageNames[value] })),
            ]}
            onChange={(event) =>
              setLanguage(languages.find((each) => each === event.currentTarget.value) ?? null)
            }
          />
        </div>
        {save.isError && <ProblemNotice error={save.error} />}
        <div className={section.actions}>
          <Button type="submit" variant="default" loading={save.isPending}>
            {t('profile.save')}
          </Button>
        </div>
      </form>
    </Panel>
  );
};
