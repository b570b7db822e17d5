import { Button } from '@mantine/core';
import { IconBan, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OptOutView } from '../../src/consent/rules/opt-out-view.ts';
import { mayWrite } from '../accounts/may.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { BlockAddress } from './block-address.tsx';
import classes from './consent-page.module.css';
import type { ConsentSearch } from './consent-search.ts';
import { OptOutStatus } from './standing-label.tsx';
import { optOutsQuery } from './consent.query.ts';
import { useContactWords, useMomentWords } from './contact-words.ts';
import { LiftOptOut } from './lift-opt-out.tsx';

/** Who wants no more of it, newest first, and room for a number or address. */
export const OptOutList = ({ clinic, search }: { clinic: MyClinic; search: ConsentSearch }) => {
  const { t } = useTranslation('consent');
  const [adding, setAdding] = useState(false);
  const { q, channel, all } = search;
  const list = useInfiniteQuery(
    optOutsQuery(clinic.id, { q, channel, status: all === true ? undefined : 'stands' }),
  );
  const optOuts = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const narrowed = q !== undefined || channel !== undefined;
  return (
    <>
      <div className={classes.sheet}>
        {mayWrite(clinic.role) && (
          <div className={classes.add}>
            {adding ? (
              <BlockAddress clinic={clinic} onClose={() => setAdding(false)} />
            ) : (
              <Button
                variant="light"
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => setAdding(true)}
              >
                {t('optOuts.add')}
              </Button>
            )}
          </div>
        )}
        {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <RowsSkeleton rows={8} />}
        <ul className={classes.list}>
          {optOuts.map((optOut) => (
            <Row key={optOut.id} optOut={optOut} clinic={clinic} />
          ))}
        </ul>
        {list.isSuccess && optOuts.length === 0 && (
          <EmptyState icon={<IconBan />} title={t(narrowed ? 'records.nothingFound' : 'optOuts.none')}>
            {t(narrowed ? 'records.nothingFoundText' : 'optOuts.noneText')}
          </EmptyState>
        )}
      </div>
      <MoreRows
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
};

const Row = ({ optOut, clinic }: { optOut: OptOutView; clinic: MyClinic }) => {
  const { t } = useTranslation('consent');
  const words = useContactWords();
  const { day } = useMomentWords(clinic.timeZone);
  const { format } = usePhoneNumbers();
  const { patient, address } = optOut;
  const shown = address === null ? null : address.startsWith('+') ? format(address) : address;
  const name = patient?.name ?? shown ?? '';
  const details = [
    patient === null ? null : (shown ?? t('optOuts.all')),
    day(optOut.since),
    t(`hows.${optOut.how}`),
    optOut.note,
    optOut.recordedBy === null ? null : t('records.recordedBy', { name: optOut.recordedBy }),
  ].filter((part) => part !== null);
  return (
    <li className={classes.row}>
      <span className={classes.who}>
        {patient === null ? (
          shown
        ) : (
          <Link
            to="/clinics/$clinicId/patients/$patientId"
            params={{ clinicId: clinic.id, patientId: patient.id }}
          >
            {patient.name}
          </Link>
        )}
      </span>
      <span className={classes.what}>
        {words.purpose(optOut.purpose)} · {words.channel(optOut.channel)}
      </span>
      <span className={classes.detail}>{details.join(' · ')}</span>
      <span className={classes.end}>
        <OptOutStatus liftedAt={optOut.liftedAt} />
        <LiftOptOut optOut={optOut} name={name} clinic={clinic} />
      </span>
    </li>
  );
};
