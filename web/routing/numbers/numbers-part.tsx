import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useEditing } from '../editing.ts';
import { NumberRow } from './number-row.tsx';
import classes from './numbers-part.module.css';

/** The clinic's telephone numbers, and which of them are answered in their own way. */
export const NumbersPart = () => {
  const { t } = useTranslation('routing');
  const { directory } = useEditing();
  return (
    <Panel title={t('parts.numbers')}>
      {directory.numbers.length === 0 && (
        <EmptyState icon={<IconPhone />} title={t('numbers.none')}>
          {t('numbers.noneText')}
        </EmptyState>
      )}
      <ul className={classes.list}>
        {directory.numbers.map((each) => (
          <li key={each.phoneNumber}>
            <NumberRow number={each} />
          </li>
        ))}
      </ul>
    </Panel>
  );
};
