import '@xyflow/react/dist/base.css';
import { VisuallyHidden } from '@mantine/core';
import { useElementSize, useMediaQuery } from '@mantine/hooks';
import { ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { useEffect, useId, useMemo, useRef, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDefinitionWords } from '../use-definition-words.ts';
import { Adding } from './adding.tsx';
import { onCanvasKey, type CanvasKeys } from './canvas-keys.ts';
import { DropTargetContext } from './drop-target.ts';
import { useEditing } from './editing.ts';
import { EndsContext } from './ends-context.ts';
import { FindStep } from './find-step.tsx';
import { layoutSteps, type SlotRow } from './layout-steps.ts';
import { Lines } from './lines.tsx';
import { BeginNode, EndNode, SlotNode, WayNode } from './other-nodes.tsx';
import { PictureTools } from './picture-tools.tsx';
import classes from './picture.module.css';
import { StepNode } from './step-node.tsx';
import { useDrag } from './use-drag.ts';
import { useDrawn } from './use-drawn.ts';
import { useFollow } from './use-follow.ts';
import { useTouchDrag } from './use-touch-drag.ts';

const nodeTypes = { step: StepNode, way: WayNode, slot: SlotNode, begin: BeginNode, end: EndNode };
const margin = 16;
const widest = 520;

interface CanvasProps {
  /** Somebody wants to see the form of what is chosen, and goes on there with the keyboard. */
  onOpen: (withKeyboard: boolean) => void;
}

/** The workflow as a picture that is read from top to bottom, and changed where it stands. */
export const Canvas = (props: CanvasProps) => {
  const { ref, width, height } = useElementSize();
  return (
    <div ref={ref} className={classes.picture}>
      {width > 0 && (
        <ReactFlowProvider>
          <Picture {...props} room={{ width, height }} />
        </ReactFlowProvider>
      )}
    </div>
  );
};

/** The picture stays in the middle when the window gets another width. */
const useLeft = (left: number): void => {
  const { getViewport, setViewport } = useReactFlow();
  useEffect(() => void setViewport({ ...getViewport(), x: left }), [getViewport, setViewport, left]);
};

const Picture = ({ onOpen, room }: CanvasProps & { room: { width: number; height: number } }) => {
  const { t } = useTranslation('editor');
  const editing = useEditing();
  const { definition, faults, advice, chosen, folded } = editing;
  const box = useRef<HTMLDivElement>(null);
  const hint = useId();
  const isTouched = useMediaQuery('(pointer: coarse)', false);
  const width = Math.min(widest, room.width - 2 * margin);
  const layout = useMemo(
    () => layoutSteps(definition.steps, folded, width),
    [definition.steps, folded, width],
  );
  const drawn = useDrawn({ rows: layout.rows, faults, advice, chosen, draggable: !isTouched });
  const drag = useDrag(drawn, layout.rows, editing);
  useTouchDrag(box, drag, isTouched);
  const search = useRef<HTMLInputElement>(null);
  const { follow } = useFollow(box, layout.rows, chosen);
  const left = Math.max(margin, Math.round((room.width - width) / 2));
  useLeft(left);
  const { begins, ends } = useDefinitionWords()(definition);
  const isBegun = definition.trigger.daily !== undefined || definition.trigger.events.length > 0;
  const words = useMemo(() => ({ begins, isBegun, ends }), [begins, isBegun, ends]);
  const [adding, setAdding] = useState<{ slot: SlotRow; at: DOMRect } | null>(null);

  const openAdd = (slot: SlotRow): void => {
    const button = box.current?.querySelector(`[data-add="${CSS.escape(slot.id)}"]`);
    if (button) setAdding({ slot, at: button.getBoundingClientRect() });
  };
  const walkTo = (id: string): void => {
    follow();
    editing.choose(id);
  };
  // Nothing is drawn anew by going back, so nothing would follow.
  const backToChosen = (): void =>
    box.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(chosen)}"]`)?.focus();
  const keys: CanvasKeys = {
    rows: layout.rows,
    editing,
    follow,
    openAdd,
    find: () => search.current?.select(),
    walkTo,
  };
  const onClick = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null;
    const { row, add, fold } = target?.dataset ?? {};
    if (fold !== undefined) editing.fold(fold, !folded.has(fold));
    const slot = layout.rows.find((each) => each.kind === 'slot' && each.id === add);
    if (slot?.kind === 'slot') openAdd(slot);
    if (row === undefined) return;
    editing.choose(row);
    // A click without a pointer is the Enter key.
    onOpen(event.detail === 0);
  };
  useEffect(() => {
    const list = box.current?.querySelector('.react-flow__nodes');
    list?.setAttribute('role', 'list');
    list?.setAttribute('aria-label', t('picture'));
  }, [t]);

  return (
    <EndsContext value={words}>
      <DropTargetContext value={drag.target}>
        {/* What is clicked and pressed are the buttons inside. */}
        <div
          ref={box}
          className={classes.box}
          onClick={onClick}
          onKeyDown={(event) => onCanvasKey(event, keys)}
        >
          <VisuallyHidden id={hint}>{t('pictureHint')}</VisuallyHidden>
          <ReactFlow
            nodes={drag.nodes}
            nodeTypes={nodeTypes}
            onNodesChange={drag.onNodesChange}
            onNodeDrag={drag.onNodeDrag}
            onNodeDragStop={drag.onNodeDragStop}
            defaultViewport={{ x: left, y: margin, zoom: 1 }}
            translateExtent={[
              [-room.width, -margin],
              [width + room.width, Math.max(layout.height, room.height) + room.height / 2],
            ]}
            minZoom={0.3}
            maxZoom={1.5}
            nodeDragThreshold={5}
            panOnScroll
            zoomOnDoubleClick={false}
            nodesConnectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elementsSelectable={false}
            disableKeyboardA11y
            deleteKeyCode={null}
            selectionKeyCode={null}
            multiSelectionKeyCode={null}
            aria-label={t('picture')}
            aria-describedby={hint}
          >
            <Lines layout={layout} />
          </ReactFlow>
        </div>
      </DropTargetContext>
      <PictureTools>
        <FindStep ref={search} onLeave={backToChosen} />
      </PictureTools>
      {adding !== null && <Adding {...adding} onClose={() => setAdding(null)} onOpen={() => onOpen(true)} />}
    </EndsContext>
  );
};
