import { Button } from '@mantine/core';
import { IconPhone, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useEditing } from '../editing.ts';
import { AddNumber } from './add-number.tsx';
import { NumberRow } from './number-row.tsx';
import classes from './numbers-part.module.css';

/** The clinic's telephone numbers, and which of them are answered in their own way. */
export const NumbersPart = () => {
  const { t } = useTranslation('routing');
  const { directory, mayChange } = useEditing();
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      title={t('parts.numbers')}
      actions={
        mayChange &&
        !adding && (
          <Button
            size="xs"
            variant="light"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('numbers.add')}
          </Button>
        )
      }
    >
      {adding && <AddNumber onDone={() => setAdding(false)} />}
      {directory.numbers.length === 0 && (
        <EmptyState icon={<IconPhone />} title={t('numbers.none')}>
          {t('numbers.noneText')}
        </EmptyState>
      )}
      <ul className={classes.list}>
        {directory.numbers.map((each) => (
          <li key={each.phoneNumber}>
            <NumberRow number={each} isLast={directory.numbers.length === 1} />
          </li>
        ))}
      </ul>
      {mayChange && <p className={classes.note}>{t('numbers.atOnce')}</p>}
    </Panel>
  );
};
