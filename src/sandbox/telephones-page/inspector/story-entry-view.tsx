import { UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle, IconArrowLeft, IconArrowRight, IconChevronRight, IconCode, IconPointFilled, IconServer,
  type TablerIcon,
} from '@tabler/icons-react'; // prettier-ignore
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoryEntry } from './calls.query.ts';
import { DetailView } from './detail-view.tsx';
import { entryGist, shortTitle } from './entry-gist.ts';
import classes from './story-entry-view.module.css';

const ICONS: Record<StoryEntry['kind'], TablerIcon> = {
  'webhook-request': IconArrowRight,
  'webhook-response': IconArrowLeft,
  verb: IconCode,
  event: IconPointFilled,
  error: IconAlertTriangle,
  rest: IconServer,
};

/** One line of a call's story; a click opens what it consists of. @param own false: of a call it made */
export function StoryEntryView({ entry, since, own }: { entry: StoryEntry; since: number; own: boolean }) {
  const { t } = useTranslation('telephones');
  const [open, setOpen] = useState(entry.kind === 'error');
  const Icon = ICONS[entry.kind];
  // A verb's detail repeats its name.
  const { verb: _name, ...detail } = entry.detail;
  const empty = Object.keys(detail).length === 0;
  const gist = entryGist(entry);
  return (
    <li className={classes.entry} data-kind={entry.kind} data-other={own ? undefined : true}>
      <UnstyledButton
        className={classes.line}
        aria-expanded={empty ? undefined : open}
        disabled={empty}
        onClick={() => setOpen(!open)}
      >
        <span className={classes.at}>{((entry.at - since) / 1000).toFixed(2)}</span>
        <Icon size={15} className={classes.icon} aria-label={t(`entry.${entry.kind}`)} />
        <span className={classes.title}>
          <span className={classes.what}>{open ? entry.title : shortTitle(entry.title)}</span>
          {gist !== '' && !open && <span className={classes.gist}> {gist}</span>}
        </span>
        {!empty && (
          <IconChevronRight size={14} className={classes.chevron} data-open={open || undefined} aria-hidden />
        )}
      </UnstyledButton>
      {open && !empty && <DetailView detail={detail} />}
    </li>
  );
}
