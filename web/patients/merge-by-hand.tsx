import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyClinic } from '../accounts/me.query.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { RowsSkeleton } from '../ui/rows-skeleton.tsx';
import { ComparePeople } from './compare-people.tsx';
import classes from './duplicates.module.css';
import { FindPerson } from './find-person.tsx';
import { patientQuery } from './patients.query.ts';

interface MergeByHandProps {
  clinic: MyClinic;
  patientId: string;
}

/** For two whom no rule has found: first the other one, then the comparison. */
export const MergeByHand = ({ clinic, patientId }: MergeByHandProps) => {
  const { t } = useTranslation('patients');
  const navigate = useNavigate();
  const [otherId, setOtherId] = useState<string | null>(null);
  const one = useQuery(patientQuery(clinic.id, patientId));
  const other = useQuery({ ...patientQuery(clinic.id, otherId ?? ''), enabled: otherId !== null });
  const error = one.error ?? other.error;
  if (error !== null) return <ProblemNotice error={error} />;
  if (one.data === undefined) return <RowsSkeleton rows={6} />;
  return (
    <>
      <p className={classes.text}>{t('duplicates.byHandText', { name: one.data.name })}</p>
      <div className={classes.sheet}>
        {otherId === null && (
          <div className={classes.find}>
            <FindPerson clinicId={clinic.id} except={patientId} onFound={(person) => setOtherId(person.id)} />
          </div>
        )}
        {otherId !== null && other.data === undefined && <RowsSkeleton rows={6} />}
        {other.data !== undefined && (
          <ComparePeople
            one={one.data}
            other={other.data}
            clinic={clinic}
            onMerged={(keptId) =>
              void navigate({
                to: '/clinics/$clinicId/patients/$patientId',
                params: { clinicId: clinic.id, patientId: keptId },
                replace: true,
              })
            }
          />
        )}
      </div>
    </>
  );
};
