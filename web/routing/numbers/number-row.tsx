import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Directory } from '../../../src/routing/rules/draft-view.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { usePhoneNumbers } from '../../ui/phone-number.ts';
import { useEditing } from '../editing.ts';
import { newId } from '../new-id.ts';
import { partsByNumber } from '../routing-parts.ts';
import classes from './numbers-part.module.css';
import { dropOwnSettings, giveOwnSettings } from './own-settings.ts';

/** One number: answered like all, or in its own way. */
export const NumberRow = ({ number }: { number: Directory['numbers'][number] }) => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const { format } = usePhoneNumbers();
  const { document, mayChange, change, changeWithUndo } = useEditing();
  const { phoneNumber, label } = number;
  const isOwn = document.numbers.some((each) => each.phoneNumber === phoneNumber);
  const words = { number: format(phoneNumber) };
  return (
    <div className={classes.row} role="group" aria-label={words.number}>
      <span className={classes.number}>{words.number}</span>
      <span className={classes.label}>{label}</span>
      <span className={classes.how}>
        {isOwn ? t('numbers.own') : t('numbers.likeAll')}
        {isOwn && (
          <span className={classes.parts}>
            {partsByNumber.map((part) => (
              <Link
                key={part}
                to="/clinics/$clinicId/routing"
                params={{ clinicId: clinic.id }}
                search={{ part, number: phoneNumber }}
              >
                {t(`parts.${part}`)}
              </Link>
            ))}
          </span>
        )}
      </span>
      {mayChange && (
        <Button
          size="compact-sm"
          variant="subtle"
          color={isOwn ? 'gray' : 'desk'}
          onClick={() =>
            isOwn
              ? changeWithUndo(dropOwnSettings(document, phoneNumber), t('numbers.nowLikeAll', words))
              : change(giveOwnSettings(document, phoneNumber, newId))
          }
        >
          {isOwn ? t('numbers.makeLikeAll') : t('numbers.giveOwn')}
        </Button>
      )}
    </div>
  );
};
