import { Skeleton, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const patience = 200;

/** Grey rows for what takes longer than 200 ms; before that nothing, so that quick answers do not flicker. */
export const RowsSkeleton = ({ rows = 4 }: { rows?: number }) => {
  const { t } = useTranslation('ui');
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Stack gap={12} p={12} role="status" aria-busy aria-label={t('loading')} mih={120}>
      {late && Array.from({ length: rows }, (_, row) => <Skeleton key={row} height={24} radius="sm" />)}
    </Stack>
  );
};
