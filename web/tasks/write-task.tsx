import { Button, Group, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskKind, TaskView } from '../../src/tasks/rules/task-view.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { staffQuery } from '../staff/staff.query.ts';
import { orNull } from '../ui/typed-text.ts';
import { meFirst } from './me-first.ts';
import classes from './task-row.module.css';
import { useTaskCommands } from './use-task-commands.ts';
import { chosenTimeOf, dueAtOf } from './when.ts';
import { WhenField } from './when-field.tsx';

const kinds: readonly TaskKind[] = ['task', 'callback', 'note'];

interface WriteTaskProps {
  clinic: MyClinic;
  /** one that is changed; left out: a new one */
  task?: TaskView;
  /** what a new one is about */
  about?: { patientId?: string; callId?: string };
  /** of a new one, where there is no choice */
  kind?: TaskKind;
  onClose: () => void;
}

/** A new task, callback or note, or one that is changed, in place. */
export const WriteTask = ({ clinic, task, about, kind: only, onClose }: WriteTaskProps) => {
  const { t } = useTranslation('tasks');
  const commands = useTaskCommands(clinic.id);
  const { data: staff = [] } = useQuery(staffQuery(clinic.id));
  const [kind, setKind] = useState<TaskKind>(task?.kind ?? only ?? 'task');
  const [title, setTitle] = useState(task?.title ?? '');
  const [body, setBody] = useState(task?.body ?? '');
  const [number, setNumber] = useState('');
  const [ownerId, setOwnerId] = useState(task?.owner?.staffId ?? null);
  const [due, setDue] = useState(() => chosenTimeOf(task?.dueAt ?? null, Date.now(), clinic.timeZone));
  const named = kind === 'callback';
  const asksNumber = task === undefined && named && about === undefined;
  const save = (): void => {
    const said = {
      title: orNull(title),
      body: orNull(body),
      ownerId,
      dueAt: dueAtOf(due, Date.now(), clinic.timeZone),
    };
    if (task !== undefined) return commands.edit(task, said, onClose);
    commands.add(
      { kind, ...said, ...about, ...(asksNumber ? { phoneNumber: orNull(number) } : {}) },
      onClose,
    );
  };
  return (
    <form
      className={classes.form}
      aria-label={t(task === undefined ? 'write.label' : 'write.change')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {task === undefined && only === undefined && (
        <SegmentedControl
          aria-label={t('write.kind')}
          data={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(value)}
        />
      )}
      {asksNumber && (
        <TextInput
          type="tel"
          label={t('write.number')}
          required
          maxLength={40}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
      )}
      <TextInput
        label={t(named ? 'write.titleCallback' : 'write.title')}
        placeholder={named ? undefined : t('write.titleHint')}
        required={!named}
        autoFocus={!asksNumber}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Textarea
        label={t('write.body')}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={4000}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <div className={classes.pair}>
        <WhenField value={due} onChange={setDue} />
        <Select
          label={t('write.owner')}
          placeholder={t('write.anybody')}
          clearable
          data={meFirst(staff, clinic.staffId).map(({ id, name }) => ({
            value: id,
            label: id === clinic.staffId ? t('assignMe', { name }) : name,
          }))}
          value={ownerId}
          onChange={setOwnerId}
        />
      </div>
      <Group gap="xs">
        <Button type="submit" size="sm" loading={commands.saving} disabled={!named && title.trim() === ''}>
          {t(task === undefined ? 'write.save' : 'write.saveChange')}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {t('write.cancel')}
        </Button>
      </Group>
    </form>
  );
};
