import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ConsentFilters } from './consent-filters.tsx';
import { ConsentList } from './consent-list.tsx';
import classes from './consent-page.module.css';
import { readConsentSearch, tabs, type ConsentSearch } from './consent-search.ts';
import { OptOutList } from './opt-out-list.tsx';
import { RuleList } from './rule-list.tsx';

const route = getRouteApi('/signed-in/clinics/$clinicId/consent');

/** Who agreed, who declined, and the rules in between. */
export const ConsentPage = () => {
  const { t } = useTranslation('consent');
  const { clinic } = useCurrentClinic();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { show: tab = 'records' } = search;
  const change = (part: { [Key in keyof ConsentSearch]: unknown }): void => {
    void navigate({ search: readConsentSearch({ ...search, ...part }), replace: true });
  };
  return (
    <>
      <PageHead title={t('title')}>
        <SegmentedControl
          aria-label={t('show')}
          data={tabs.map((value) => ({ value, label: t(`tabs.${value}`) }))}
          value={tab}
          onChange={(show) => change({ show })}
        />
      </PageHead>
      <p className={classes.intro}>{t(tab === 'rules' ? 'rules.intro' : 'intro')}</p>
      {tab !== 'rules' && <ConsentFilters tab={tab} search={search} onChange={change} />}
      {tab === 'records' && <ConsentList clinic={clinic} search={search} />}
      {tab === 'optOuts' && <OptOutList clinic={clinic} search={search} />}
      {tab === 'rules' && <RuleList clinicId={clinic.id} />}
    </>
  );
};
