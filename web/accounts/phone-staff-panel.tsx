import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPhonePlus, IconUserMinus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffView } from '../../src/staff/rules/staff-views.ts';
import { staffQuery } from '../staff/staff.query.ts';
import { confirmDone } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { PhoneField } from '../ui/phone-field.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import section from '../ui/section.module.css';
import classes from './access.module.css';
import { AskInPlace } from './ask-in-place.tsx';
import { useCurrentClinic } from './current-clinic.tsx';
import { isNumber } from './is-number.ts';
import { membersQuery } from './people.query.ts';
import { useAddPhoneStaff, useRemovePhoneStaff } from './use-people-commands.ts';

/** People who take calls on a telephone of their own and never sign in. */
export const PhoneStaffPanel = () => {
  const { t } = useTranslation('access');
  const { clinic } = useCurrentClinic();
  const members = useQuery(membersQuery(clinic.id));
  const staff = useQuery(staffQuery(clinic.id));
  const [adding, setAdding] = useState(false);
  if (members.data === undefined || staff.data === undefined) return null;
  const withAccount = new Set(members.data.map(({ staffId }) => staffId));
  const people = staff.data.filter(({ id }) => !withAccount.has(id));
  return (
    <Panel
      title={t('phoneStaff.title')}
      count={people.length}
      actions={
        !adding && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPhonePlus size={16} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('phoneStaff.add')}
          </Button>
        )
      }
    >
      {adding && <AddPhoneStaff onClose={() => setAdding(false)} />}
      <div className={classes.body}>
        <p className={section.text}>
          {t('phoneStaff.text')} {people.length === 0 && t('phoneStaff.none')}
        </p>
      </div>
      <ul className={section.rows}>
        {people.map((person) => (
          <PhoneStaffRow key={person.id} person={person} />
        ))}
      </ul>
    </Panel>
  );
};

const PhoneStaffRow = ({ person: { id, name, title, departments } }: { person: StaffView }) => {
  const { t } = useTranslation('access');
  const [asked, setAsked] = useState(false);
  const remove = useRemovePhoneStaff();
  const duties = [title, ...departments.map((department) => department.name)].filter(Boolean);
  return (
    <li className={classes.row}>
      <div className={section.who}>
        <span className={classes.name}>{name}</span>
        {duties.length > 0 && <div className={section.small}>{duties.join(' · ')}</div>}
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={t('phoneStaff.remove', { name })}
        title={t('phoneStaff.remove', { name })}
        onClick={() => setAsked(true)}
      >
        <IconUserMinus size={18} aria-hidden />
      </ActionIcon>
      {asked && (
        <AskInPlace
          question={t('phoneStaff.removeQuestion', { name })}
          text={t('phoneStaff.removeText')}
          action={t('phoneStaff.remove', { name })}
          onCancel={() => setAsked(false)}
          onConfirm={() => {
            setAsked(false);
            remove.mutate(id, { onSuccess: () => confirmDone(t('phoneStaff.removed', { name })) });
          }}
        />
      )}
    </li>
  );
};

const AddPhoneStaff = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('access');
  const { clinic } = useCurrentClinic();
  const [draft, setDraft] = useState({ name: '', title: '', phoneNumber: '' });
  const [tried, setTried] = useState(false);
  const add = useAddPhoneStaff();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    if (!isNumber(draft.phoneNumber)) return;
    const { name } = draft;
    add.mutate(
      { ...draft, title: draft.title.trim() === '' ? null : draft.title },
      {
        onSuccess: () => {
          confirmDone(t('phoneStaff.added', { name }));
          onClose();
        },
      },
    );
  };
  const text = (field: 'name' | 'title', label: string, required: boolean) => (
    <TextInput
      label={label}
      required={required}
      withAsterisk={false}
      autoFocus={required}
      autoComplete="off"
      maxLength={120}
      value={draft[field]}
      onChange={(event) => setDraft({ ...draft, [field]: event.currentTarget.value })}
    />
  );
  return (
    <form className={classes.inset} aria-label={t('phoneStaff.add')} onSubmit={submit}>
      {add.isError && <ProblemNotice error={add.error} />}
      <div className={section.fields}>
        {text('name', t('name'), true)}
        <PhoneField
          label={t('phoneStaff.phone')}
          required
          withAsterisk={false}
          number={draft.phoneNumber}
          near={clinic.phoneNumbers[0]}
          onNumber={(phoneNumber) => setDraft({ ...draft, phoneNumber })}
          error={tried && !isNumber(draft.phoneNumber) ? t('invite.noNumber') : null}
        />
        {text('title', t('phoneStaff.jobTitle'), false)}
      </div>
      <div className={section.actions}>
        <Button type="submit" loading={add.isPending}>
          {t('phoneStaff.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
};
