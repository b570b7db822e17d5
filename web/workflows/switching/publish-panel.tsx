import { Button, Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnderWay, WorkflowView } from '../../../src/workflows/rules/workflow-views.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { RowsSkeleton } from '../../ui/rows-skeleton.tsx';
import { NamesOf } from '../definition-names.tsx';
import { Differences } from '../versions/differences.tsx';
import { Foreseen } from './foreseen.tsx';
import classes from './switching.module.css';
import { movePreviewQuery } from './switching.query.ts';

interface PublishPanelProps {
  workflow: WorkflowView;
  isBusy: boolean;
  onPublish: (underWay: UnderWay) => void;
}

const fates = ['keep', 'move', 'end'] as const;

/** What the draft changes, what becomes of those under way, and the button that makes it so. */
export const PublishPanel = ({ workflow, isBusy, onPublish }: PublishPanelProps) => {
  const { t } = useTranslation(['versions', 'workflows']);
  const [underWay, setUnderWay] = useState<UnderWay>('keep');
  const { draft, definition, instances } = workflow;
  const count = instances.running + instances.paused;
  if (draft === null) return null;
  const button = (
    <Button
      size={definition === null ? 'sm' : 'xs'}
      loading={isBusy}
      disabled={workflow.faults.length > 0}
      onClick={() => onPublish(underWay)}
    >
      {t('workflows:publish')}
    </Button>
  );
  if (definition === null)
    return (
      <div className={classes.first}>
        <p>{t('workflows:draftReady')}</p>
        {button}
      </div>
    );
  return (
    <div className={classes.panel}>
      <Panel title={t('differences.draft')} actions={button}>
        <div className={classes.body}>
          <Differences before={definition} after={draft} />
          {count > 0 && (
            <Radio.Group
              label={t('fates.title', { count })}
              value={underWay}
              onChange={(value) => setUnderWay(fates.find((fate) => fate === value) ?? 'keep')}
            >
              <Stack gap="xs" mt="xs">
                {fates.map((fate) => (
                  <Radio
                    key={fate}
                    value={fate}
                    label={t(`fates.${fate}`, { count })}
                    description={t(`fates.${fate}Text`)}
                  />
                ))}
              </Stack>
            </Radio.Group>
          )}
          {count > 0 && underWay === 'move' && <MovePreview workflow={workflow} />}
        </div>
      </Panel>
    </div>
  );
};

const MovePreview = ({ workflow }: { workflow: WorkflowView }) => {
  const { clinic } = useCurrentClinic();
  const { data, error, refetch } = useQuery(movePreviewQuery(clinic.id, workflow.id, workflow.revision));
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <RowsSkeleton rows={2} />;
  return (
    <NamesOf definition={workflow.draft}>
      <Foreseen foresight={data} workflow={workflow} definition={workflow.draft} />
    </NamesOf>
  );
};
