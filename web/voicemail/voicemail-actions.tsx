import { Button, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCheck,
  IconEar,
  IconHistory,
  IconPhonePlus,
  IconTrash,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoicemailView } from '../../src/voicemail/rules/voicemail-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { CallButton } from '../softphone/call-button.tsx';
import { WriteTask } from '../tasks/write-task.tsx';
import { RowMenu } from '../ui/row-menu.tsx';
import { AssignMenu } from './assign-menu.tsx';
import type { VoicemailCommands } from './use-voicemail-commands.ts';
import classes from './voicemail-actions.module.css';

interface VoicemailActionsProps {
  voicemail: VoicemailView;
  clinic: MyClinic;
  name: string;
  commands: VoicemailCommands;
}

export const VoicemailActions = ({ voicemail, clinic, name, commands }: VoicemailActionsProps) => {
  const { t } = useTranslation(['voicemail', 'tasks']);
  const [planning, setPlanning] = useState(false);
  const mayChange = clinic.role !== 'readonly';
  if (planning)
    return (
      <WriteTask
        clinic={clinic}
        kind="callback"
        about={{ callId: voicemail.callId }}
        onClose={() => setPlanning(false)}
      />
    );
  return (
    <div className={classes.actions}>
      {voicemail.from !== 'anonymous' && (
        <CallButton
          clinicId={clinic.id}
          to={voicemail.from}
          name={name}
          voicemailId={voicemail.id}
          label={t('callBack')}
          size="xs"
        />
      )}
      {mayChange && voicemail.status !== 'done' && (
        <Button
          size="xs"
          variant="light"
          leftSection={<IconCheck size={16} aria-hidden />}
          onClick={commands.markDone}
        >
          {t('done')}
        </Button>
      )}
      <RowMenu label={t('more')}>
        <Menu.Item
          leftSection={<IconHistory size={16} aria-hidden />}
          renderRoot={(props) => (
            <Link
              {...props}
              to="/clinics/$clinicId/calls/$callId"
              params={{ clinicId: clinic.id, callId: voicemail.callId }}
            />
          )}
        >
          {t('openCall')}
        </Menu.Item>
        {mayChange && voicemail.status === 'new' && (
          <Menu.Item leftSection={<IconEar size={16} aria-hidden />} onClick={commands.markHeard}>
            {t('markHeard')}
          </Menu.Item>
        )}
        {mayChange && voicemail.status === 'done' && (
          <Menu.Item leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={commands.reopen}>
            {t('reopen')}
          </Menu.Item>
        )}
        {mayChange && voicemail.from !== 'anonymous' && (
          <Menu.Item leftSection={<IconPhonePlus size={16} aria-hidden />} onClick={() => setPlanning(true)}>
            {t('tasks:callback.add')}
          </Menu.Item>
        )}
        {mayChange && <AssignMenu clinic={clinic} voicemail={voicemail} onAssign={commands.assign} />}
        {mayChange && (
          <>
            <Menu.Divider />
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={commands.remove}
            >
              {t('delete')}
            </Menu.Item>
          </>
        )}
      </RowMenu>
    </div>
  );
};
