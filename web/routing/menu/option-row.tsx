import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconUrgent } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MenuEntry } from '../../../src/routing/rules/routing-document.ts';
import { useRowDrag } from '../../ui/row-drag.ts';
import { StatusLabel } from '../../ui/status-label.tsx';
import { ProblemMark } from '../draft/problem-mark.tsx';
import { useEditing, useScope } from '../editing.ts';
import { countOptions, optionsOf } from './edit-menu.ts';
import { useMenuView } from './menu-view.ts';
import { MoveHandle } from './move-handle.tsx';
import { OptionMenu } from './option-menu.tsx';
import classes from './option-row.module.css';
import { useTargetWords } from './target-words.ts';
import { useMoveOption } from './use-move-option.ts';

/** One option in a line: its key, its name, where it leads. */
export const OptionRow = ({ entry }: { entry: MenuEntry }) => {
  const { t } = useTranslation('routing');
  const { mayChange } = useEditing();
  const { path } = useScope();
  const { openId, open, folded, fold } = useMenuView();
  const { sidesFor, drop, step } = useMoveOption();
  const words = useTargetWords();
  const { id, digit, label, route } = entry;
  const name = label || t('menu.unnamed');
  const { row, handle, dragging, over } = useRowDrag({
    list: 'menu',
    id,
    enabled: mayChange,
    takes: (dragged) => sidesFor(dragged, entry),
    onDrop: (dragged, side) => drop(dragged, entry, side),
  });
  const isFolded = folded.has(id);
  const below = countOptions(optionsOf(entry));
  return (
    <div
      ref={row}
      className={classes.row}
      data-option={id}
      data-dragging={dragging || undefined}
      data-over={over ?? undefined}
      data-open={openId === id || undefined}
    >
      {mayChange && (
        <MoveHandle ref={handle} id={id} name={name} onStep={(direction) => step(id, direction)} />
      )}
      <kbd
        className={classes.key}
        aria-label={t('menu.keyOf', { key: digit })}
        data-missing={digit === '' || undefined}
      >
        {digit === '' ? '?' : digit}
      </kbd>
      <UnstyledButton
        className={classes.name}
        aria-expanded={openId === id}
        onClick={() => open(openId === id ? null : id)}
      >
        <span className={classes.label}>{name}</span>
        <span className={classes.target}>{words(route)}</span>
      </UnstyledButton>
      <span className={classes.mark}>
        {entry.emergency && (
          <StatusLabel tone="red" icon={<IconUrgent />}>
            {t('emergencies.mark')}
          </StatusLabel>
        )}
        <ProblemMark at={`${path}/menu/${id}`} />
      </span>
      {route.type === 'menu' ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-expanded={!isFolded}
          aria-label={t(isFolded ? 'menu.unfold' : 'menu.fold', { label: name, count: below })}
          onClick={() => fold(id)}
        >
          {isFolded ? <IconChevronRight size={18} aria-hidden /> : <IconChevronDown size={18} aria-hidden />}
        </ActionIcon>
      ) : (
        <span className={classes.noFold} />
      )}
      {mayChange && <OptionMenu entry={entry} name={name} />}
    </div>
  );
};
