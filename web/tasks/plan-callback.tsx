import { Button } from '@mantine/core';
import { IconPhonePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayWrite } from '../accounts/may.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { Panel } from '../ui/panel.tsx';
import classes from './task-row.module.css';
import { WriteTask } from './write-task.tsx';

/** On a call: somebody shall ring them back. Number and person are those of the call. */
export const PlanCallback = ({ callId, clinic }: { callId: string; clinic: MyClinic }) => {
  const { t } = useTranslation('tasks');
  const [open, setOpen] = useState(false);
  if (!mayWrite(clinic.role)) return null;
  if (!open)
    return (
      <Button
        variant="default"
        style={{ justifySelf: 'start', alignSelf: 'flex-start' }}
        leftSection={<IconPhonePlus size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('callback.add')}
      </Button>
    );
  return (
    <Panel title={t('callback.add')}>
      <div className={classes.write}>
        <WriteTask clinic={clinic} kind="callback" about={{ callId }} onClose={() => setOpen(false)} />
      </div>
    </Panel>
  );
};
