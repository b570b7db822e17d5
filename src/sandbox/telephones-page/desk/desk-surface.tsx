import { IconHandClick } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Telephone } from '../telephone/telephone.tsx';
import { useDesk, useDeskState, useLayout } from './desk-context.ts';
import classes from './desk-surface.module.css';
import { DRAGGED_NUMBER } from './dragged-number.ts';
import { OpenTelephones } from './open-telephones.tsx';

/** The telephones that were taken from the shelf, side by side. */
export function DeskSurface() {
  const { t } = useTranslation('telephones');
  const { layout } = useDesk();
  const open = useLayout((state) => state.open);
  const telephones = useDeskState((state) => state.telephones);
  const shown = open.map((number) => telephones[number]).filter((telephone) => telephone !== undefined);
  return (
    <section
      id="desk"
      tabIndex={-1}
      className={classes.desk}
      aria-label={t('desk.title')}
      onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED_NUMBER) && event.preventDefault()}
      onDrop={(event) => {
        const number = event.dataTransfer.getData(DRAGGED_NUMBER);
        if (number !== '') layout.dispatch({ type: 'open', number });
      }}
    >
      {shown.length > 1 && <OpenTelephones telephones={shown} />}
      <div className={classes.row}>
        {shown.map((telephone) => (
          <Telephone key={telephone.number} telephone={telephone} />
        ))}
        {shown.length === 0 && <EmptyDesk />}
      </div>
    </section>
  );
}

function EmptyDesk() {
  const { t } = useTranslation('telephones');
  return (
    <div className={classes.empty}>
      <IconHandClick size={40} stroke={1.4} aria-hidden />
      <h2 className={classes.title}>{t('desk.emptyTitle')}</h2>
      <ol className={classes.steps}>
        <li>{t('desk.step1')}</li>
        <li>{t('desk.step2')}</li>
        <li>{t('desk.step3')}</li>
      </ol>
    </div>
  );
}
