import { Button, Center } from '@mantine/core';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface MoreRowsProps {
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}

/** Loads the next rows when the end comes near; the button is for the keyboard and for those who arrive faster. */
export const MoreRows = ({ hasMore, loading, onMore }: MoreRowsProps) => {
  const { t } = useTranslation('ui');
  const end = useRef<HTMLDivElement>(null);
  const onNear = useEffectEvent(onMore);
  const watch = hasMore && !loading;
  useEffect(() => {
    if (!watch || end.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) onNear();
      },
      { rootMargin: '600px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [watch]);
  if (!hasMore) return null;
  return (
    <Center ref={end} py="md">
      <Button variant="default" loading={loading} onClick={onMore}>
        {t('more')}
      </Button>
    </Center>
  );
};
