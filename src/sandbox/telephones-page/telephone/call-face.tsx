import { Button } from '@mantine/core';
import { IconPhoneOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Telephone } from '../desk/desk-state.ts';
import type { TelephoneActions } from '../desk/telephone-actions.ts';
import { clockText } from './duration.ts';
import { Keypad } from './keypad.tsx';
import { Lines } from './lines.tsx';
import { LineState } from './line-state.tsx';
import { Party } from './party.tsx';
import classes from './phone-faces.module.css';
import { SpeakRow } from './speak-row.tsx';
import { useTicking } from './use-ticking.ts';

/** A call under way: who it is with, what is heard, and all one can do on a line. */
export function CallFace({ telephone, actions }: { telephone: Telephone; actions: TelephoneActions }) {
  const { t } = useTranslation('telephones');
  const { call, state, lines, language } = telephone;
  const talking = state === 'in-call';
  const now = useTicking(talking);
  return (
    <div className={classes.face}>
      <div className={classes.with}>
        <strong>
          <Party address={call?.with ?? ''} />
        </strong>
        <span className={classes.since} role="timer">
          {talking ? clockText(now - (call?.since ?? now)) : t('phone.calling')}
        </span>
      </div>
      <LineState collecting={call?.collecting ?? null} connected={(call?.connectedTo ?? null) !== null} />
      <Lines lines={lines} live={talking} language={language} />
      {talking && <SpeakRow onSay={actions.say} />}
      {talking && <Keypad compact onKey={actions.press} />}
      <Button
        className={classes.round}
        color="#c22a26"
        leftSection={<IconPhoneOff size={20} aria-hidden />}
        onClick={actions.hangUp}
        data-testid="hang-up"
      >
        {t('phone.hangUp')}
      </Button>
    </div>
  );
}
