import { Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { clinicKey } from '../live/query-keys.ts';
import { clinicPath, request } from '../platform/request.ts';
import { reportProblem } from '../ui/notice.tsx';
import { useProblemWords } from '../ui/problem-words.ts';
import { staffQuery } from './staff.query.ts';
import classes from './availability-switch.module.css';

/** "Give me calls": shows the wish at once, and what the server says when it has answered. */
export const AvailabilitySwitch = ({ clinicId, staffId }: { clinicId: string; staffId: string }) => {
  const { t } = useTranslation('staff');
  const words = useProblemWords();
  const queries = useQueryClient();
  const { data: staff } = useQuery(staffQuery(clinicId));
  const change = useMutation({
    mutationFn: (available: boolean) =>
      request(clinicPath(clinicId, 'my/availability'), { method: 'PUT', body: { available } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: clinicKey(clinicId, 'staff') }),
    onError: (error) => reportProblem(words(error)),
  });
  const stored = staff?.find((each) => each.id === staffId)?.presence.available;
  const available = change.isPending ? change.variables : (stored ?? false);
  const label = available ? t('availability.on') : t('availability.off');
  return (
    <div
      className={classes.switch}
      data-on={available}
      title={available ? t('availability.onHint') : t('availability.offHint')}
    >
      <Switch
        color="leaf"
        checked={available}
        disabled={stored === undefined}
        label={<span className={classes.label}>{label}</span>}
        aria-label={t('availability.name')}
        onChange={(event) => change.mutate(event.currentTarget.checked)}
      />
    </div>
  );
};
