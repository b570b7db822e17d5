import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useStepName } from '../use-step-name.ts';
import { useEditing } from './editing.ts';
import { findSteps } from './find-steps.ts';
import classes from './picture.module.css';

interface FindStepProps {
  ref: Ref<HTMLInputElement>;
  /** Back to the picture, where what was found is chosen. */
  onLeave: () => void;
}

/** Finds a step by what it is called or says; Enter goes on to the next one. */
export const FindStep = ({ ref, onLeave }: FindStepProps) => {
  const { t } = useTranslation('editor');
  const { definition, chosen, choose } = useEditing();
  const { told } = useStepName();
  const [search, setSearch] = useState('');
  const found = findSteps(definition.steps, search, told);
  const at = found.indexOf(chosen);
  const type = (text: string): void => {
    setSearch(text);
    const next = findSteps(definition.steps, text, told);
    const first = next[0];
    if (first !== undefined && !next.includes(chosen)) choose(first);
  };
  const go = (by: 1 | -1): void => {
    const from = at === -1 && by === -1 ? 0 : at;
    const next = found[(from + by + found.length) % found.length];
    if (next !== undefined) choose(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') {
      setSearch('');
      onLeave();
    } else return;
    event.preventDefault();
  };
  const words = found.length === 0 ? t('find.none') : t('find.count', { at: at + 1, count: found.length });
  return (
    <div className={classes.find}>
      <TextInput
        ref={ref}
        type="search"
        size="xs"
        aria-label={t('find.label')}
        placeholder={t('find.label')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={search}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span role="status" className={classes.found}>
        {search.trim() === '' ? '' : words}
      </span>
    </div>
  );
};
