import { Button } from '@mantine/core';
import {
  IconCheck,
  IconClock,
  IconHelpCircle,
  IconMail,
  IconMessage,
  IconPhone,
  IconX,
} from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GateDecision } from '../../../src/consent/rules/gate-decision.ts';
import { channelOf, type Verdict } from '../../../src/workflows/rules/play/contact.ts';
import type { Said } from '../../../src/workflows/rules/play/said.ts';
import type { Entry } from '../../../src/workflows/rules/play/world.ts';
import { Decision } from '../../consent/why.tsx';
import { StatusLabel } from '../../ui/status-label.tsx';
import { useReasonWords } from '../use-reason-words.ts';
import classes from './play.module.css';

interface ContactLineProps {
  entry: Extract<Entry, { told: 'contact' }>;
  time: (at: Temporal.Instant) => string;
  timeZone: string;
}

/** A message or a call: whether it may be made, why, and what is said in it. */
export const ContactLine = ({ entry, time, timeZone }: ContactLineProps) => {
  const { t } = useTranslation(['play', 'workflows']);
  const { contact, verdict } = entry;
  const channel = channelOf(contact.effect);
  const Icon = channel === 'call' ? IconPhone : channel === 'email' ? IconMail : IconMessage;
  return (
    <div className={classes.line}>
      <span className={classes.icon}>
        <Icon size={18} aria-hidden />
      </span>
      <div className={classes.words}>
        <span className={classes.head}>
          <strong>{t(`contact.${channel}`)}</strong>
          {verdict.to !== null && <span className={classes.to}>{verdict.to}</span>}
          <VerdictLabel verdict={verdict} time={time} />
          {verdict.decision !== null && <WhyNow decision={verdict.decision} timeZone={timeZone} />}
        </span>
        {verdict.says !== null && verdict.may === 'now' && <Says says={verdict.says} />}
      </div>
    </div>
  );
};

const VerdictLabel = ({ verdict, time }: { verdict: Verdict; time: ContactLineProps['time'] }) => {
  const { t } = useTranslation('play');
  const reasonWords = useReasonWords();
  if (verdict.may === 'now')
    return (
      <StatusLabel tone="green" icon={<IconCheck />}>
        {t('verdict.now')}
      </StatusLabel>
    );
  const reason = reasonWords(verdict.reason);
  return verdict.may === 'later' ? (
    <StatusLabel tone="amber" icon={<IconClock />}>
      {t('verdict.later', { time: time(verdict.until), reason })}
    </StatusLabel>
  ) : (
    <StatusLabel tone="red" icon={<IconX />}>
      {t(verdict.failed ? 'verdict.failed' : 'verdict.never', { reason })}
    </StatusLabel>
  );
};

/** The rules that the gate asked, opened in place. */
const WhyNow = ({ decision, timeZone }: { decision: GateDecision; timeZone: string }) => {
  const { t } = useTranslation('consent');
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        leftSection={<IconHelpCircle size={14} aria-hidden />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t('why.ask')}
      </Button>
      <div id={id} className={classes.why}>
        {open && (
          <Decision
            decision={{
              ...decision,
              basis: decision.basis?.kind ?? null,
              consent: null,
              checks: decision.checks.map((check) => ({ ...check, until: check.until?.toString() ?? null })),
            }}
            timeZone={timeZone}
          />
        )}
      </div>
    </>
  );
};

const Says = ({ says }: { says: Said }) => {
  const { t } = useTranslation('play');
  if (says.as === 'text')
    return (
      <div className={classes.bubble} lang={says.language}>
        {says.subject !== null && <strong>{says.subject}</strong>}
        <p>{says.body}</p>
      </div>
    );
  return (
    <div className={classes.bubble} lang={says.language}>
      {says.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {says.machineMessage !== null && (
        <p className={classes.machine}>{t('onMachine', { text: says.machineMessage })}</p>
      )}
    </div>
  );
};
