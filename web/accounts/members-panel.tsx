import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import section from '../ui/section.module.css';
import { useCurrentClinic } from './current-clinic.tsx';
import { InviteForm } from './invite-form.tsx';
import { MemberRow } from './member-row.tsx';
import { membersQuery } from './people.query.ts';

/** Everybody who can sign in to this clinic, and the way for the next one. */
export const MembersPanel = () => {
  const { t } = useTranslation('access');
  const { clinic } = useCurrentClinic();
  const members = useQuery(membersQuery(clinic.id));
  const [inviting, setInviting] = useState(false);
  return (
    <Panel
      title={t('people.title')}
      count={members.data?.length}
      actions={
        !inviting && (
          <Button
            size="xs"
            leftSection={<IconUserPlus size={16} aria-hidden />}
            onClick={() => setInviting(true)}
          >
            {t('people.invite')}
          </Button>
        )
      }
    >
      {inviting && <InviteForm onClose={() => setInviting(false)} />}
      {members.isError && <ProblemNotice error={members.error} onRetry={() => void members.refetch()} />}
      {members.isPending && <RowsSkeleton rows={6} />}
      <ul className={section.rows}>
        {members.data?.map((member) => (
          <MemberRow key={member.userId} member={member} />
        ))}
      </ul>
    </Panel>
  );
};
