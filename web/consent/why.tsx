import { Button } from '@mantine/core';
import { IconCheck, IconClock, IconHelpCircle, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckView, DecisionView } from '../../src/consent/rules/decision-view.ts';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { Problem } from '../platform/problem.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { decisionQuery } from './consent.query.ts';
import { useMomentWords, useRuleWords } from './contact-words.ts';
import { StatusLabel } from '../ui/status-label.tsx';
import classes from './why.module.css';

/** "Why?" beside a contact: what is inside opens below it, in place. Needs the words of `consent`. */
export const AskWhy = ({ children }: { children: ReactNode }) => {
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
      <div id={id} className={classes.place}>
        {open && children}
      </div>
    </>
  );
};

/** "Why?" beside a contact that was decided upon: the rules that were asked. */
export const Why = ({ decisionId }: { decisionId: string }) => (
  <AskWhy>
    <Fetched decisionId={decisionId} />
  </AskWhy>
);

const Fetched = ({ decisionId }: { decisionId: string }) => {
  const { t } = useTranslation('consent');
  const { clinic } = useCurrentClinic();
  const { data, error, refetch } = useQuery(decisionQuery(clinic.id, decisionId));
  if (error instanceof Problem && error.status === 404)
    return <p className={classes.line}>{t('why.gone')}</p>;
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return data === undefined ? (
    <RowsSkeleton rows={3} />
  ) : (
    <Decision decision={data} timeZone={clinic.timeZone} />
  );
};

export const DecisionLabel = ({ decision, timeZone }: { decision: DecisionView; timeZone: string }) => {
  const { t } = useTranslation('consent');
  const { time } = useMomentWords(timeZone);
  if (decision.allowed)
    return (
      <StatusLabel tone="green" icon={<IconCheck />}>
        {t('why.allowed')}
      </StatusLabel>
    );
  return decision.notBefore === null ? (
    <StatusLabel tone="red" icon={<IconX />}>
      {t('why.refused')}
    </StatusLabel>
  ) : (
    <StatusLabel tone="amber" icon={<IconClock />}>
      {t('why.waits', { time: time(decision.notBefore) })}
    </StatusLabel>
  );
};

type Shown = Partial<Pick<DecisionView, 'workflow'>> &
  Pick<DecisionView, 'consent' | 'basis' | 'place' | 'disclosures' | 'checks' | 'zone'>;

/** Every rule that was asked about one contact, what stopped it first. */
export const Decision = ({ decision, timeZone }: { decision: Shown; timeZone: string }) => {
  const { t, i18n } = useTranslation('consent');
  const { day } = useMomentWords(timeZone);
  const { consent, basis, place, disclosures, checks } = decision;
  const countries = new Intl.DisplayNames(i18n.language, { type: 'region' });
  const said = disclosures
    .filter((one) => i18n.exists(`why.disclosure.${one}`, { ns: 'consent' }))
    .map((one) => t(`why.disclosure.${one}` as 'why.disclosure.recording'));
  return (
    <div className={classes.decision}>
      {decision.workflow && <Wanted workflow={decision.workflow} />}
      <ul className={classes.checks}>
        {checks
          .toSorted((a, b) => Number(b.stops !== null) - Number(a.stops !== null))
          .map((check) => (
            <Check key={check.rule} check={check} />
          ))}
      </ul>
      {basis !== null && (
        <p className={classes.line}>
          {basis === 'consent' && consent !== null
            ? t('why.basis.consent', {
                date: day(consent.obtainedAt),
                method: t(`methods.${consent.method}` as 'methods.sms'),
              })
            : t(`why.basis.${basis}`)}
          {consent?.proof != null && <> · {consent.proof}</>}
        </p>
      )}
      <p className={classes.line}>
        {place.country === null
          ? t('why.placeUnknown')
          : t('why.place', {
              place: [countries.of(place.country), place.region].filter(Boolean).join(', '),
              source: t(`why.placeFrom.${place.source}`),
            })}
        {' · '}
        {t('person.zone', { zone: decision.zone.zone })} ({t(`person.zoneFrom.${decision.zone.source}`)})
      </p>
      {said.length > 0 && (
        <p className={classes.line}>
          {t('why.disclosures', { list: new Intl.ListFormat(i18n.language).format(said) })}
        </p>
      )}
    </div>
  );
};

/** Which workflow wanted the contact, as it was then; it leads to the story. */
const Wanted = ({ workflow }: { workflow: NonNullable<DecisionView['workflow']> }) => {
  const { t } = useTranslation('consent');
  const { clinic } = useCurrentClinic();
  const { name, version, step, instanceId } = workflow;
  return (
    <p className={classes.line}>
      <Link
        to="/clinics/$clinicId/workflows/instances/$instanceId"
        params={{ clinicId: clinic.id, instanceId }}
      >
        {version === null || step === null
          ? t('why.wanted', { name })
          : t('why.wantedVersion', { name, version, step })}
      </Link>
    </p>
  );
};

const Check = ({ check }: { check: CheckView }) => {
  const { t } = useTranslation('consent');
  const ruleWords = useRuleWords();
  const stops = check.stops !== null;
  const { local, counted } = check.numbers;
  return (
    <li className={classes.check} data-stops={stops}>
      {stops ? (
        <IconX size={16} role="img" aria-label={t('why.stops')} />
      ) : (
        <IconCheck size={16} role="img" aria-label={t('why.passes')} />
      )}
      <span>
        {ruleWords(check.rule, check.numbers)}
        {check.stops !== null && (
          <>
            : <strong>{t(`reasons.${check.stops}`)}</strong>
          </>
        )}
        {typeof local === 'string' && (
          <span className={classes.quiet}> · {t('local', { local: local.slice(-5) })}</span>
        )}
        {typeof counted === 'number' && <span className={classes.quiet}> · {t('counted', { counted })}</span>}
        {check.source !== 'house' && <span className={classes.source}>{check.source}</span>}
      </span>
    </li>
  );
};
