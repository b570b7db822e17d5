import { Anchor, Button, Menu } from '@mantine/core';
import {
  IconCheck,
  IconCircleCheck,
  IconDental,
  IconExternalLink,
  IconHourglass,
  IconPencil,
  IconPlayerStop,
  IconShieldCheck,
  IconThumbUp,
  IconX,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '../../src/care/rules/care-views.ts';
import { treatmentPhaseSchema, type TreatmentPhase } from '../../src/care/rules/treatment-phase.ts';
import { mayWrite } from '../accounts/may.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { money } from '../ui/money.ts';
import { RowMenu } from '../ui/row-menu.tsx';
import { StatusLabel, type Tone } from '../ui/status-label.tsx';
import classes from './care.module.css';
import { useCareCommands } from './use-care-commands.ts';
import { WritePlan } from './write-plan.tsx';

const faces: Record<TreatmentPhase, { tone: Tone; icon: ReactNode }> = {
  proposed: { tone: 'amber', icon: <IconHourglass /> },
  accepted: { tone: 'blue', icon: <IconThumbUp /> },
  active: { tone: 'green', icon: <IconDental /> },
  retention: { tone: 'green', icon: <IconShieldCheck /> },
  completed: { tone: 'grey', icon: <IconCircleCheck /> },
  declined: { tone: 'grey', icon: <IconX /> },
  stopped: { tone: 'grey', icon: <IconPlayerStop /> },
};
/** What most often comes next, with a button of its own. */
const nextOf: Partial<Record<TreatmentPhase, 'accepted' | 'active' | 'completed'>> = {
  proposed: 'accepted',
  accepted: 'active',
  active: 'completed',
  retention: 'completed',
};

interface PlanRowProps {
  plan: PlanView;
  clinic: MyClinic;
  patientId: string;
}

export const PlanRow = ({ plan, clinic, patientId }: PlanRowProps) => {
  const { t, i18n } = useTranslation('care');
  const commands = useCareCommands(clinic.id, patientId);
  const [changing, setChanging] = useState(false);
  if (changing)
    return (
      <li className={classes.row}>
        <WritePlan plan={plan} clinic={clinic} patientId={patientId} onClose={() => setChanging(false)} />
      </li>
    );
  const { name, phase, phaseSince, milestone, total, link } = plan;
  const next = nextOf[phase];
  return (
    <li className={classes.row} data-testid={`plan-${plan.id}`}>
      <div className={classes.head}>
        <span className={classes.name}>{name}</span>
        <StatusLabel tone={faces[phase].tone} icon={faces[phase].icon}>
          {t(`phases.${phase}`)}
        </StatusLabel>
      </div>
      <p className={classes.facts}>
        {total !== null && <span>{money(total.cents, total.currency, i18n.language)}</span>}
        <span>
          {t('since')} <MomentText at={phaseSince} timeZone={clinic.timeZone} words="within" />
        </span>
        {milestone !== null && <span>{milestone}</span>}
        {link !== null && (
          <Anchor href={link} target="_blank" rel="noreferrer" size="xs">
            {t('openPlan')} <IconExternalLink size={12} aria-hidden />
          </Anchor>
        )}
      </p>
      {mayWrite(clinic.role) && (
        <div className={classes.actions}>
          {next !== undefined && (
            <Button
              size="xs"
              variant="light"
              leftSection={<IconCheck size={16} aria-hidden />}
              onClick={() => commands.setPhase(plan, next)}
            >
              {t(`to.${next}`)}
            </Button>
          )}
          <RowMenu label={t('more', { name })}>
            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setChanging(true)}>
              {t('change')}
            </Menu.Item>
            <Menu.Label>{t('phase')}</Menu.Label>
            {treatmentPhaseSchema.options
              .filter((other) => other !== phase)
              .map((other) => (
                <Menu.Item
                  key={other}
                  leftSection={<span className={classes.menuIcon}>{faces[other].icon}</span>}
                  onClick={() => commands.setPhase(plan, other)}
                >
                  {t(`phases.${other}`)}
                </Menu.Item>
              ))}
          </RowMenu>
        </div>
      )}
    </li>
  );
};
