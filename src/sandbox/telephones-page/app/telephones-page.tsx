import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { DeskSurface } from '../desk/desk-surface.tsx';
import { useLayout } from '../desk/desk-context.ts';
import { ProblemNotice } from '../desk/problem-notice.tsx';
import { SidePanel } from '../desk/side-panel.tsx';
import { useKeysIntoTelephone } from '../desk/use-keys-into-telephone.ts';
import { useSandboxSettings } from '../settings/sandbox-settings.query.ts';
import { Shelf } from '../shelf/shelf.tsx';
import { BottomBar } from './bottom-bar.tsx';
import classes from './telephones-page.module.css';
import { TopBar } from './top-bar.tsx';

/** The shelf, the desk and one panel; on a narrow screen one of the three at a time. */
export function TelephonesPage() {
  const { t } = useTranslation('telephones');
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const { view, panel } = useLayout((layout) => layout);
  useKeysIntoTelephone();
  useSandboxSettings(); // also sets the speed of the captions
  return (
    <div className={classes.page}>
      {!narrow && (
        <a className={classes.skip} href="#desk">
          {t('skip')}
        </a>
      )}
      <TopBar narrow={narrow} />
      <main className={classes.columns}>
        {(!narrow || (view === 'shelf' && panel === null)) && <Shelf />}
        {(!narrow || (view === 'desk' && panel === null)) && <DeskSurface />}
        {panel !== null && <SidePanel panel={panel} />}
      </main>
      {narrow && <BottomBar />}
      <ProblemNotice />
    </div>
  );
}
