import { Drawer, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useBlocker } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import type { WorkflowView } from '../../../src/workflows/rules/workflow-views.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { isUnsaved } from '../../drafts/draft-state.ts';
import { PreviewedPatientContext } from '../../templates/previewed-patient.ts';
import { NamesOf } from '../definition-names.tsx';
import { Canvas } from './canvas.tsx';
import { EditorBar } from './editor-bar.tsx';
import classes from './editor.module.css';
import { EditingContext } from './editing.ts';
import { SidePanel } from './side-panel.tsx';
import { PlayBeside } from '../play/play-beside.tsx';
import { useAdvice } from './use-advice.ts';
import { useEditingOf } from './use-editing.ts';
import { useEditorKeys } from './use-editor-keys.ts';
import { useFaults } from './use-faults.ts';
import { useHistory } from './use-history.ts';
import { useWorkflowDraft, type WorkflowDraft } from './use-workflow-draft.ts';

interface EditorProps {
  workflow: WorkflowView;
  definition: Definition;
}

const fields = 'input, textarea, select, [contenteditable=true], button:not([data-deed])';

/** The picture of a draft and, beside it, the form of what is chosen in it. */
export const Editor = ({ workflow, definition }: EditorProps) => {
  const { clinic } = useCurrentClinic();
  const draft = useWorkflowDraft(clinic.id, workflow, definition);
  const { document, base } = draft.state;
  const history = useHistory(document, draft.change);
  const faults = useFaults(document, base.faults);
  const [said, say] = useState('');
  const advice = useAdvice(clinic.id, document);
  const editing = useEditingOf(document, { faults, advice }, history, say);
  const [patientId, preview] = useState<string | null>(null);
  const previewed = useMemo(() => ({ patientId, preview }), [patientId]);
  const { t } = useTranslation('editor');
  const isNarrow = useMediaQuery('(max-width: 899px)', false, { getInitialValueInEffect: false });
  const [isOpen, setOpen] = useState(false);
  const [isPlaying, setPlaying] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const undo = (): void => say(history.undo() ? t('undone') : '');
  const redo = (): void => say(history.redo() ? t('redone') : '');
  useEditorKeys(undo, redo);
  useLeaveWarning(draft);

  const close = (): void => {
    setOpen(false);
    setPlaying(false);
  };
  const open = (withKeyboard: boolean): void => {
    setPlaying(false);
    setOpen(true);
    // After the form of what was just chosen stands there.
    if (withKeyboard) requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>(fields)?.focus());
  };
  return (
    <PreviewedPatientContext value={previewed}>
      <EditingContext value={editing}>
        <NamesOf definition={document}>
          <EditorBar
            clinicId={clinic.id}
            draft={draft}
            history={history}
            onUndo={undo}
            onRedo={redo}
            isPlaying={isPlaying}
            onPlay={() => {
              setPlaying(!isPlaying);
              setOpen(!isPlaying);
            }}
          />
          <div className={classes.columns}>
            <Canvas onOpen={open} />
            {!isNarrow && (
              <div className={classes.side} onBlur={history.pause}>
                {isPlaying ? (
                  <PlayBeside ref={panel} onClose={() => setPlaying(false)} />
                ) : (
                  <SidePanel ref={panel} />
                )}
              </div>
            )}
          </div>
          {isNarrow && (
            <Drawer
              opened={isOpen}
              onClose={close}
              position="bottom"
              size="85%"
              withCloseButton={false}
              padding={0}
            >
              <div onBlur={history.pause}>
                {isPlaying ? (
                  <PlayBeside ref={panel} onClose={close} />
                ) : (
                  <SidePanel ref={panel} onClose={close} />
                )}
              </div>
            </Drawer>
          )}
          <VisuallyHidden role="status" data-testid="said">
            {said}
          </VisuallyHidden>
        </NamesOf>
      </EditingContext>
    </PreviewedPatientContext>
  );
};

/** What is unsaved is sent when the page is left; where that cannot work, whoever leaves is asked. */
const useLeaveWarning = ({ state }: WorkflowDraft): void => {
  const { t } = useTranslation('editor');
  const isStuck = isUnsaved(state) && (state.failed || state.conflict !== null);
  useBlocker({
    // oxlint-disable-next-line no-alert -- the browser asks the same way when its window is closed
    shouldBlockFn: () => isStuck && !window.confirm(t('leave')),
    enableBeforeUnload: () => isStuck,
  });
};
