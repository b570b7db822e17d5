import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ContactRuleView } from '../../src/consent/rules/contact-rule-view.ts';
import { plainDate } from '../ui/moment.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import classes from './consent-page.module.css';
import { rulesQuery } from './consent.query.ts';
import { useRuleWords } from './contact-words.ts';
import { numbersOfRule } from './rule-numbers.ts';

/** The rules as they are: in words, with numbers, source and date, by place. */
export const RuleList = ({ clinicId }: { clinicId: string }) => {
  const { data, error, isPending, refetch } = useQuery(rulesQuery(clinicId));
  const placeOf = usePlaceWords();
  const places = [...Map.groupBy(data ?? [], placeOf)];
  return (
    <div className={classes.rules}>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <RowsSkeleton rows={8} />}
      {places.map(([place, rules]) => (
        <section key={place} aria-label={place}>
          <h2 className={classes.place}>{place}</h2>
          <ul className={`${classes.list} ${classes.sheet}`}>
            {rules.map((rule) => (
              <Rule key={rule.id} rule={rule} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};

const usePlaceWords = (): ((rule: ContactRuleView) => string) => {
  const { t, i18n } = useTranslation('consent');
  const names = new Intl.DisplayNames(i18n.language, { type: 'region' });
  const list = (codes: readonly string[]): string =>
    codes.length > 9
      ? (names.of('EU') ?? 'EU')
      : new Intl.ListFormat(i18n.language).format(codes.map((code) => names.of(code) ?? code));
  return ({ countries, exceptCountries }) => {
    if (countries !== undefined) return list(countries);
    return exceptCountries === undefined
      ? t('rules.everywhere')
      : t('rules.except', { countries: list(exceptCountries) });
  };
};

const Rule = ({ rule }: { rule: ContactRuleView }) => {
  const { t, i18n } = useTranslation('consent');
  const ruleWords = useRuleWords();
  return (
    <li className={classes.rule}>
      <span>{ruleWords(rule.id, numbersOfRule(rule))}</span>
      <span className={classes.detail}>
        {rule.source === 'house' ? t('rules.house') : rule.source}
        {rule.source !== 'house' && (
          <>
            {' '}
            · {t('rules.since', { date: plainDate(rule.since, i18n.language) })} · <Checked rule={rule} />
          </>
        )}
      </span>
    </li>
  );
};

/** Whether somebody has read the numbers where they come from, and the way there. */
const Checked = ({ rule: { checked } }: { rule: ContactRuleView }) => {
  const { t, i18n } = useTranslation('consent');
  if (checked === undefined) return <em>{t('rules.unchecked')}</em>;
  return (
    <a href={checked.at} target="_blank" rel="noreferrer" className={classes.checked}>
      {t('rules.checked', { date: plainDate(checked.on, i18n.language) })}
    </a>
  );
};
