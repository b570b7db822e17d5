import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel.tsx';
import { ScopeNote } from '../scope-note.tsx';
import classes from './emergencies-part.module.css';
import { EmergencyWordFields } from './emergency-word-fields.tsx';
import { SignChoices } from './sign-choices.tsx';
import { TrySentence } from './try-sentence.tsx';

/** What makes a call an emergency: keys, departments, and words in messages. */
export const EmergenciesPart = () => {
  const { t } = useTranslation('routing');
  return (
    <Panel title={t('parts.emergencies')}>
      <ScopeNote />
      <p className={classes.how}>{t('emergencies.how')}</p>
      <SignChoices />
      <fieldset className={classes.signs}>
        <legend>{t('emergencies.words')}</legend>
        <p className={classes.help}>{t('emergencies.wordsHelp')}</p>
        <EmergencyWordFields />
        <TrySentence />
      </fieldset>
    </Panel>
  );
};
