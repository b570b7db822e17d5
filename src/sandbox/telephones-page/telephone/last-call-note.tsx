import { Collapse, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconListDetails } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Telephone } from '../desk/desk-state.ts';
import { useDesk } from '../desk/desk-context.ts';
import { callStatusWords } from '../inspector/call-status-words.ts';
import { Lines } from './lines.tsx';
import classes from './last-call-note.module.css';

/** How the last call ended, what was heard in it, and the way to its whole story. */
export function LastCallNote({ telephone: { lastCall, lines, language } }: { telephone: Telephone }) {
  const { t } = useTranslation('telephones');
  const { layout } = useDesk();
  const [open, { toggle }] = useDisclosure(false);
  if (!lastCall) return <div className={classes.nothing} />;
  const { callSid, status } = lastCall;
  return (
    <div className={classes.note} data-testid="last-call" data-status={status}>
      <div className={classes.row}>
        <span className={classes.how} role="status">
          {t('phone.callEnded')} · {callStatusWords(status, t)}
        </span>
        {lines.length > 0 && (
          <UnstyledButton className={classes.button} aria-expanded={open} onClick={toggle}>
            <IconChevronDown size={14} aria-hidden /> {t('phone.heard')}
          </UnstyledButton>
        )}
        <UnstyledButton
          className={classes.button}
          onClick={() => layout.dispatch({ type: 'panel', panel: { kind: 'calls', callSid } })}
        >
          <IconListDetails size={14} aria-hidden /> {t('phone.story')}
        </UnstyledButton>
      </div>
      <Collapse expanded={open}>
        <div className={classes.lines}>
          <Lines lines={lines} live={false} language={language} />
        </div>
      </Collapse>
    </div>
  );
}
