import { useTranslation } from 'react-i18next';
import type { CallStory } from '../../src/calls/rules/call-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { MomentText } from '../ui/moment-text.tsx';
import { Panel } from '../ui/panel.tsx';
import classes from './story-notes.module.css';

/** Who listened, transferred, wrote: the entries of the audit log about this call and its message. */
export const StoryDeeds = ({ deeds, clinic }: { deeds: CallStory['deeds']; clinic: MyClinic }) => {
  const { t, i18n } = useTranslation('callDesk');
  if (deeds.length === 0) return null;
  // An action that is newer than this page is shown by its code.
  const wordsOf = (action: string): string => {
    const key = `deeds.${action.replace('.', '-')}`;
    return i18n.exists(key, { ns: 'callDesk' }) ? t(key as 'deeds.call-opened') : action;
  };
  return (
    <Panel title={t('deeds.title')}>
      <ul className={classes.deeds}>
        {deeds.map((deed) => (
          <li key={deed.id}>
            <span>
              <strong>{deed.by ?? t('deeds.byItself')}</strong> {wordsOf(deed.action)}
            </span>
            <span className={classes.when}>
              <MomentText at={deed.at} timeZone={clinic.timeZone} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
