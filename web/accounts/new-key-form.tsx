import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import section from '../ui/section.module.css';
import { ShownOnce } from '../ui/shown-once.tsx';
import classes from './access.module.css';
import { apiKeysQuery, makeKey, scopesQuery, type NewKey } from './api-keys.query.ts';
import { useCurrentClinic } from './current-clinic.tsx';
import { useAreaWords } from './scope-words.ts';

const spans = ['30', '90', '365', 'never'] as const;
const empty: NewKey = { name: '', scopes: [], expiresInDays: 365 };

/** Makes a key for one program; afterwards the key itself, this once. */
export const NewKeyForm = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('access');
  const { clinic } = useCurrentClinic();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(empty);
  const [tried, setTried] = useState(false);
  const make = useMutation({
    mutationFn: () => makeKey(clinic.id, draft),
    onSuccess: () => queries.invalidateQueries({ queryKey: apiKeysQuery(clinic.id).queryKey }),
  });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    if (draft.scopes.length > 0) make.mutate();
  };
  if (make.data !== undefined) return <MadeKey name={draft.name} secret={make.data.key} onClose={onClose} />;
  return (
    <form className={classes.inset} aria-label={t('keys.make')} onSubmit={submit}>
      {make.isError && <ProblemNotice error={make.error} />}
      <div className={section.fields}>
        <TextInput
          label={t('keys.name')}
          required
          withAsterisk={false}
          autoFocus
          autoComplete="off"
          maxLength={80}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('keys.expires')}
          value={String(draft.expiresInDays ?? 'never')}
          data={spans.map((value) => ({ value, label: t(`keys.days_${value}`) }))}
          onChange={(event) => {
            const days = Number(event.currentTarget.value);
            setDraft({ ...draft, expiresInDays: Number.isNaN(days) ? null : days });
          }}
        />
      </div>
      <ScopeTable chosen={draft.scopes} onChange={(scopes) => setDraft({ ...draft, scopes })} />
      {tried && draft.scopes.length === 0 && (
        <p role="alert" className={section.fault}>
          {t('keys.choose')}
        </p>
      )}
      <div className={section.actions}>
        <Button type="submit" loading={make.isPending}>
          {t('keys.create')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
};

interface ScopeTableProps {
  chosen: readonly string[];
  onChange: (scopes: readonly string[]) => void;
}

const rights = ['read', 'write'] as const;

const ScopeTable = ({ chosen, onChange }: ScopeTableProps) => {
  const { t, i18n } = useTranslation('access');
  const { clinic } = useCurrentClinic();
  const words = useAreaWords();
  const { data: known = [] } = useQuery(scopesQuery(clinic.id));
  const areas = [...new Set(known.map((scope) => scope.split(':')[0] ?? ''))].sort((one, other) =>
    words(one).localeCompare(words(other), i18n.language),
  );
  const toggle = (scope: string): void =>
    onChange(chosen.includes(scope) ? chosen.filter((each) => each !== scope) : [...chosen, scope]);
  return (
    <table className={classes.scopes}>
      <thead>
        <tr>
          <th scope="col">{t('keys.scopes')}</th>
          <th scope="col">{t('keys.read')}</th>
          <th scope="col">{t('keys.write')}</th>
        </tr>
      </thead>
      <tbody>
        {areas.map((area) => (
          <tr key={area}>
            <th scope="row">{words(area)}</th>
            {rights.map((right) => (
              <td key={right}>
                {known.includes(`${area}:${right}`) && (
                  <Checkbox
                    aria-label={t(right === 'read' ? 'keys.mayRead' : 'keys.mayWrite', { area: words(area) })}
                    checked={chosen.includes(`${area}:${right}`)}
                    onChange={() => toggle(`${area}:${right}`)}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const MadeKey = ({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) => {
  const { t } = useTranslation('access');
  return (
    <ShownOnce
      className={classes.inset}
      title={t('keys.made', { name })}
      text={t('keys.once')}
      secret={secret}
      words={{ copy: t('keys.copy'), copied: t('keys.copied'), done: t('keys.done') }}
      onClose={onClose}
    />
  );
};
