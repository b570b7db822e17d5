import { Button, Switch, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../platform/problem.ts';
import { confirmDone } from '../ui/notice.tsx';
import { PhoneField } from '../ui/phone-field.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import section from '../ui/section.module.css';
import classes from './access.module.css';
import { useCurrentClinic } from './current-clinic.tsx';
import { isNumber } from './is-number.ts';
import { RoleSelect } from './role-select.tsx';
import { useInvite, type NewInvitation } from './use-people-commands.ts';

const empty: NewInvitation = {
  name: '',
  email: '',
  role: 'receptionist',
  answersCalls: true,
  staffPhoneNumber: null,
};

const isMember = (error: unknown): boolean => error instanceof Problem && error.code === 'conflict';

/** Invites somebody by mail: who, what they may do, and whether they take calls. */
export const InviteForm = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('access');
  const { clinic } = useCurrentClinic();
  const [draft, setDraft] = useState(empty);
  const invite = useInvite();
  const number = draft.answersCalls ? draft.staffPhoneNumber : null;
  const numberWrong = number !== null && !isNumber(number);
  const change = (changed: Partial<NewInvitation>): void => setDraft({ ...draft, ...changed });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (numberWrong) return;
    const email = draft.email.trim();
    invite.mutate(
      { ...draft, email, staffPhoneNumber: number },
      {
        onSuccess: () => {
          confirmDone(t('invite.sent', { email }));
          onClose();
        },
      },
    );
  };
  return (
    <form className={classes.inset} aria-label={t('invite.title')} onSubmit={submit}>
      <p className={section.text}>{t('invite.text')}</p>
      {invite.isError && !isMember(invite.error) && <ProblemNotice error={invite.error} />}
      <div className={section.fields}>
        <TextInput
          label={t('name')}
          required
          withAsterisk={false}
          autoFocus
          autoComplete="off"
          maxLength={120}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('email')}
          type="email"
          required
          withAsterisk={false}
          autoComplete="off"
          maxLength={254}
          value={draft.email}
          onChange={(event) => change({ email: event.currentTarget.value })}
          error={isMember(invite.error) ? t('invite.isMember') : null}
        />
        <RoleSelect
          label={t('role')}
          description={t(`roleHints.${draft.role}`)}
          inputWrapperOrder={['label', 'input', 'description']}
          role={draft.role}
          onRole={(role) => change({ role })}
        />
        <Switch
          className={section.wide}
          label={t('invite.answersCalls')}
          checked={draft.answersCalls}
          onChange={(event) => change({ answersCalls: event.currentTarget.checked })}
        />
        {draft.answersCalls && (
          <PhoneField
            label={t('invite.phone')}
            number={draft.staffPhoneNumber ?? ''}
            near={clinic.phoneNumbers[0]}
            onNumber={(typed) => change({ staffPhoneNumber: typed === '' ? null : typed })}
            error={numberWrong && invite.isIdle ? t('invite.noNumber') : null}
          />
        )}
      </div>
      <div className={section.actions}>
        <Button type="submit" loading={invite.isPending}>
          {t('invite.send')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
};
