import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import { keptOutSince } from '../../../src/workflows/rules/play/kept-out.ts';
import { passesFilter } from '../../../src/workflows/rules/play/set-scene.ts';
import type { MyClinic } from '../../accounts/me.query.ts';
import { Meanwhile } from './meanwhile.tsx';
import { OpenContacts } from './open-contacts.tsx';
import { PlayControls } from './play-controls.tsx';
import { toldOf, type Setting } from './play-state.ts';
import { PlayStory } from './play-story.tsx';
import { playTime } from './play-time.ts';
import { usePlay } from './use-play.ts';

interface PlayStageProps {
  clinic: MyClinic;
  definition: Definition;
  setting: Setting;
  onStep: (step: string | null) => void;
}

/** The play itself: its clock, its story so far, and what can be done now. */
export const PlayStage = ({ clinic, definition, setting, onStep }: PlayStageProps) => {
  const { t, i18n } = useTranslation('play');
  const play = usePlay(definition, setting, onStep);
  const { subject } = play.played.worlds[0]!.world;
  const { person, start } = setting;
  const comesIn = passesFilter(definition, subject, start);
  const keptOut = keptOutSince(definition, person, setting, start);
  return (
    <>
      {!comesIn && (
        <Alert color="yellow" variant="light">
          {t('filtered')}
        </Alert>
      )}
      {comesIn && keptOut !== null && (
        <Alert color="yellow" variant="light">
          {t('keptOut', { time: playTime(keptOut, i18n.language, clinic.timeZone, false) })}
        </Alert>
      )}
      <PlayControls play={play} start={start} timeZone={clinic.timeZone} />
      <PlayStory
        entries={toldOf(play.world).slice(0, play.shown)}
        start={start}
        clinic={clinic}
        definition={definition}
      />
      <OpenContacts play={play} definition={definition} />
      <Meanwhile play={play} definition={definition} timeZone={clinic.timeZone} />
    </>
  );
};
