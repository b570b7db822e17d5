import { IconCheck, IconClock, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ContactAnswer } from '../../src/consent/rules/decision-view.ts';
import type { PatientConsent } from '../../src/consent/rules/patient-consent-view.ts';
import classes from './consent-panel.module.css';
import { useContactWords, useMomentWords } from './contact-words.ts';

const channels = ['sms', 'email', 'call'] as const;
const purposes = ['appointment', 'care', 'billing', 'feedback', 'marketing'] as const;

/** What automation may do right now, by purpose and channel; each answer with its reason. */
export const Reach = ({
  consent,
  name,
  timeZone,
}: {
  consent: PatientConsent;
  name: string;
  timeZone: string;
}) => {
  const { t } = useTranslation('consent');
  const words = useContactWords();
  const { answers, zone } = consent;
  const answerOf = (channel: string, purpose: string) =>
    answers.find((answer) => answer.channel === channel && answer.purpose === purpose);
  return (
    <table className={classes.reach}>
      <caption>
        {t('person.reach', { name })}
        <br />
        {t('person.zone', { zone: zone.zone })} ({t(`person.zoneFrom.${zone.source}`)})
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('purposeFilter')}</th>
          {channels.map((channel) => (
            <th key={channel} scope="col">
              {words.channel(channel)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {purposes.map((purpose) => (
          <tr key={purpose}>
            <th scope="row" title={t(`purposeHints.${purpose}`)}>
              {words.purpose(purpose)}
            </th>
            {channels.map((channel) => (
              <td key={channel}>
                <May answer={answerOf(channel, purpose)} timeZone={timeZone} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const May = ({ answer, timeZone }: { answer: ContactAnswer | undefined; timeZone: string }) => {
  const { t } = useTranslation('consent');
  const { time } = useMomentWords(timeZone);
  if (answer === undefined) return null;
  const kind = answer.allowed ? 'yes' : answer.notBefore === null ? 'no' : 'later';
  const reason = t(`reasons.${answer.reason}`);
  const text =
    kind === 'later'
      ? t('person.later', { reason, time: time(answer.notBefore ?? '') })
      : kind === 'no'
        ? t('person.no', { reason })
        : t('person.yes');
  const Icon = { yes: IconCheck, no: IconX, later: IconClock }[kind];
  return (
    <span className={classes.may} data-answer={kind} role="img" aria-label={text} title={text}>
      <Icon size={18} aria-hidden />
    </span>
  );
};
