import { Button, Menu } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconCircleCheck, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProcedureView } from '../../src/care/rules/care-views.ts';
import { mayWrite } from '../accounts/may.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { RowMenu } from '../ui/row-menu.tsx';
import { StatusLabel } from '../ui/status-label.tsx';
import classes from './care.module.css';
import { useCareCommands } from './use-care-commands.ts';

interface ProcedureRowProps {
  procedure: ProcedureView;
  clinic: MyClinic;
  patientId: string;
}

export const ProcedureRow = ({ procedure, clinic, patientId }: ProcedureRowProps) => {
  const { t } = useTranslation('care');
  const commands = useCareCommands(clinic.id, patientId);
  const { name, code, practitioner, doneAt } = procedure;
  const facts = [code, practitioner?.name].filter((fact) => fact !== null && fact !== undefined);
  return (
    <li className={classes.row} data-testid={`procedure-${procedure.id}`}>
      <div className={classes.head}>
        <span className={classes.name}>{name}</span>
        {doneAt !== null && (
          <StatusLabel tone="grey" icon={<IconCircleCheck />}>
            <MomentText at={doneAt} timeZone={clinic.timeZone} words="calendar" />
          </StatusLabel>
        )}
        {mayWrite(clinic.role) && (
          <div className={classes.inline}>
            {doneAt === null && (
              <Button
                size="xs"
                variant="light"
                leftSection={<IconCheck size={16} aria-hidden />}
                onClick={() => commands.setDone(procedure, true)}
              >
                {t('markDone')}
              </Button>
            )}
            <RowMenu label={t('more', { name })}>
              {doneAt === null ? (
                <Menu.Item
                  leftSection={<IconTrash size={16} aria-hidden />}
                  onClick={() => commands.remove(procedure)}
                >
                  {t('remove')}
                </Menu.Item>
              ) : (
                <Menu.Item
                  leftSection={<IconArrowBackUp size={16} aria-hidden />}
                  onClick={() => commands.setDone(procedure, false)}
                >
                  {t('reopen')}
                </Menu.Item>
              )}
            </RowMenu>
          </div>
        )}
      </div>
      {facts.length > 0 && <p className={classes.facts}>{facts.join(' · ')}</p>}
    </li>
  );
};
