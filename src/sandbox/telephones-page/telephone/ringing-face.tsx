import { Button } from '@mantine/core';
import { IconPhoneIncoming, IconPhone, IconPhoneX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Telephone } from '../desk/desk-state.ts';
import type { TelephoneActions } from '../desk/telephone-actions.ts';
import { Party } from './party.tsx';
import classes from './phone-faces.module.css';

/** Somebody calls this telephone. */
export function RingingFace({ telephone, actions }: { telephone: Telephone; actions: TelephoneActions }) {
  const { t } = useTranslation('telephones');
  return (
    <div className={classes.face} data-ringing>
      <div className={classes.caller} role="status">
        <span className={classes.bell}>
          <IconPhoneIncoming size={34} aria-hidden />
        </span>
        <span className={classes.what}>{t('phone.ringing')}</span>
        <strong className={classes.party}>
          <Party address={telephone.call?.with ?? ''} />
        </strong>
      </div>
      <div className={classes.pair}>
        <Button
          className={classes.round}
          color="#c22a26"
          leftSection={<IconPhoneX size={20} aria-hidden />}
          onClick={actions.decline}
          data-testid="decline"
        >
          {t('phone.decline')}
        </Button>
        <Button
          className={classes.round}
          color="#1a7f4b"
          leftSection={<IconPhone size={20} aria-hidden />}
          onClick={actions.answer}
          data-testid="answer"
        >
          {t('phone.answer')}
        </Button>
      </div>
    </div>
  );
}
