import {
  IconDialpad,
  IconEar,
  IconPlayerRecordFilled,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Collecting } from '../wire/handset.ts';
import classes from './line-state.module.css';

const HINTS = {
  digits: { Icon: IconDialpad, words: 'phone.wantsKeys' },
  speech: { Icon: IconEar, words: 'phone.wantsWords' },
  recording: { Icon: IconPlayerRecordFilled, words: 'phone.records' },
  connected: { Icon: IconUsers, words: 'phone.connected' },
} as const satisfies Record<string, { Icon: TablerIcon; words: string }>;

/** What the other end waits for, so that one knows what to do next. */
export function LineState({ collecting, connected }: { collecting: Collecting | null; connected: boolean }) {
  const { t } = useTranslation('telephones');
  const what = collecting !== null && collecting !== 'nothing' ? collecting : connected ? 'connected' : null;
  const hint = what === null ? null : HINTS[what];
  return (
    <div role="status" className={classes.place}>
      {hint && (
        <span className={classes.hint} data-what={what} data-testid={`line-${what}`}>
          <hint.Icon size={14} aria-hidden /> {t(hint.words)}
        </span>
      )}
    </div>
  );
}
