import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionView } from '../../src/consent/rules/decision-view.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { MoreRows } from '../ui/more-rows.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import classes from './contact-history.module.css';
import { decisionsQuery } from './consent.query.ts';
import { useContactWords } from './contact-words.ts';
import { Decision, DecisionLabel } from './why.tsx';

/** Every contact that was planned or made, or left out, each with its reasons. Fetched when somebody asks. */
export const ContactHistory = ({ patientId, clinic }: { patientId: string; clinic: MyClinic }) => {
  const { t } = useTranslation('consent');
  const [open, setOpen] = useState(false);
  const id = useId();
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <section>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<Chevron size={16} aria-hidden />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t('person.history')}
      </Button>
      <div id={id}>{open && <Contacts patientId={patientId} clinic={clinic} />}</div>
    </section>
  );
};

const Contacts = ({ patientId, clinic }: { patientId: string; clinic: MyClinic }) => {
  const { t } = useTranslation('consent');
  const list = useInfiniteQuery(decisionsQuery(clinic.id, patientId));
  const decisions = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      {list.isError && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <RowsSkeleton rows={3} />}
      {list.isSuccess && decisions.length === 0 && <p className={classes.none}>{t('person.noHistory')}</p>}
      <ul className={classes.list}>
        {decisions.map((decision) => (
          <Contact key={decision.id} decision={decision} timeZone={clinic.timeZone} />
        ))}
      </ul>
      <MoreRows
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
};

const Contact = ({ decision, timeZone }: { decision: DecisionView; timeZone: string }) => {
  const { t } = useTranslation('consent');
  const words = useContactWords();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <li className={classes.contact}>
      <div className={classes.head}>
        <span className={classes.name}>
          {words.channel(decision.channel)} · {words.purpose(decision.purpose)}
        </span>
        <DecisionLabel decision={decision} timeZone={timeZone} />
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {t('why.ask')}
        </Button>
      </div>
      <span className={classes.when}>
        {t(decision.moment === 'planning' ? 'why.planned' : 'why.sent')},{' '}
        {decision.times > 1 && <>{t('why.times', { count: decision.times })} </>}
        <MomentText at={decision.decidedAt} timeZone={timeZone} />
      </span>
      <div id={id}>{open && <Decision decision={decision} timeZone={timeZone} />}</div>
    </li>
  );
};
