import { IconCheck, IconClock, IconMail, IconMessage, IconPhone, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { GateDecision } from '../../../src/consent/rules/gate-decision.ts';
import { channelOf, type Verdict } from '../../../src/workflows/rules/play/contact.ts';
import type { Said } from '../../../src/workflows/rules/play/said.ts';
import type { Entry } from '../../../src/workflows/rules/play/world.ts';
import { AskWhy, Decision } from '../../consent/why.tsx';
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
          {verdict.reader?.own === false && (
            <span className={classes.to}>{t('toReader', { name: verdict.reader.name })}</span>
          )}
          <VerdictLabel verdict={verdict} time={time} />
          {verdict.decision !== null && (
            <AskWhy>
              <Decision decision={shown(verdict.decision)} timeZone={timeZone} />
            </AskWhy>
          )}
        </span>
        {verdict.together.length > 0 && <Together named={verdict.together} timeZone={timeZone} />}
        {verdict.says !== null && verdict.may === 'now' && <Says says={verdict.says} />}
      </div>
    </div>
  );
};

/** Whose visits of the day are named as well. */
const Together = ({ named, timeZone }: { named: Verdict['together']; timeZone: string }) => {
  const { t, i18n } = useTranslation('play');
  const clock = new Intl.DateTimeFormat(i18n.language, { timeZone, hour: 'numeric', minute: '2-digit' });
  const names = named.map(
    ({ firstName, startsAt }) => `${firstName} (${clock.format(startsAt.epochMilliseconds)})`,
  );
  return (
    <span className={classes.quiet}>
      {t('together', { names: new Intl.ListFormat(i18n.language).format(names) })}
    </span>
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

/** A decision of this page's own gate as the server would tell it. */
const shown = ({ basis, checks, ...decision }: GateDecision) => ({
  ...decision,
  basis: basis?.kind ?? null,
  consent: null,
  checks: checks.map((check) => ({ ...check, until: check.until?.toString() ?? null })),
});

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
