import { Button, NativeSelect, Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResumePreview } from '../../../src/workflows/rules/switch-views.ts';
import type { Overdue, WorkflowView } from '../../../src/workflows/rules/workflow-views.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx';
import { NamesOf } from '../definition-names.tsx';
import { Foreseen } from './foreseen.tsx';
import classes from './switching.module.css';
import { resumePreviewQuery } from './switching.query.ts';

interface ResumePanelProps {
  workflow: WorkflowView;
  isBusy: boolean;
  onResume: (choice: Overdue) => void;
  onCancel: () => void;
}

/** What came due during a pause is never done all at once unasked. */
export const ResumePanel = ({ workflow, isBusy, onResume, onCancel }: ResumePanelProps) => {
  const { t } = useTranslation(['versions', 'workflows']);
  const { clinic } = useCurrentClinic();
  const { data, error, refetch } = useQuery(resumePreviewQuery(clinic.id, workflow.id, workflow.revision));
  return (
    <div className={classes.panel}>
      <Panel title={t('workflows:resume')}>
        <div className={classes.body}>
          {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
          {data === undefined && !error && <RowsSkeleton rows={3} />}
          {data !== undefined && (
            <Choice
              workflow={workflow}
              preview={data}
              isBusy={isBusy}
              onResume={onResume}
              onCancel={onCancel}
            />
          )}
        </div>
      </Panel>
    </div>
  );
};

const ways = ['skip', 'send', 'spread'] as const;
const spans = [2, 4, 8, 24, 48, 72, 168];

const Choice = ({
  workflow,
  preview,
  isBusy,
  onResume,
  onCancel,
}: ResumePanelProps & { preview: ResumePreview }) => {
  const { t } = useTranslation(['versions', 'workflows']);
  const [way, setWay] = useState<(typeof ways)[number]>('skip');
  const [hours, setHours] = useState(8);
  const count = preview.overdue + preview.held;
  const resume = (): void => onResume(way === 'spread' ? { overdue: way, hours } : { overdue: way });
  return (
    <>
      {count === 0 && <p className={classes.nothing}>{t('workflows:overdue.none')}</p>}
      {count > 0 && (
        <Radio.Group
          label={t('workflows:overdue.title', { count })}
          value={way}
          onChange={(value) => setWay(ways.find((one) => one === value) ?? 'skip')}
        >
          <Stack gap="xs" mt="xs">
            {ways.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`ways.${one}`)}
                description={t(`ways.${one}Text`, { count, minutes: Math.round((hours * 60) / count) })}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {count > 0 && way === 'spread' && (
        <NativeSelect
          label={t('ways.over')}
          className={classes.span}
          value={hours}
          data={spans.map((one) => ({
            value: String(one),
            label: t('workflows:overdue.hours', { count: one }),
          }))}
          onChange={({ currentTarget }) => setHours(Number(currentTarget.value))}
        />
      )}
      {count > 0 && (
        <NamesOf definition={workflow.definition}>
          <Foreseen
            foresight={way === 'skip' ? preview.skip : preview.send}
            workflow={workflow}
            definition={workflow.definition}
            isSpread={way === 'spread'}
          />
        </NamesOf>
      )}
      <div className={classes.buttons}>
        <Button loading={isBusy} onClick={resume}>
          {t('workflows:resume')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('workflows:leavePaused')}
        </Button>
      </div>
    </>
  );
};
