import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Directory } from '../../../src/routing/rules/draft-view.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { usePhoneNumbers } from '../../ui/phone-number.ts';
import { useEditing } from '../editing.ts';
import { newId } from '../../platform/new-id.ts';
import { partsByNumber } from '../routing-parts.ts';
import { NumberLabel } from './number-label.tsx';
import classes from './numbers-part.module.css';
import { RemoveNumber } from './remove-number.tsx';
import { dropOwnSettings, giveOwnSettings } from './own-settings.ts';

interface NumberRowProps {
  number: Directory['numbers'][number];
  /** True: nobody could call a clinic without it. */
  isLast: boolean;
}

/** One number: answered like all, or in its own way. */
export const NumberRow = ({ number, isLast }: NumberRowProps) => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const { format } = usePhoneNumbers();
  const { document, mayChange, change, changeWithUndo } = useEditing();
  const { phoneNumber } = number;
  const isOwn = document.numbers.some((each) => each.phoneNumber === phoneNumber);
  const words = { number: format(phoneNumber) };
  return (
    <div className={classes.row} role="group" aria-label={words.number}>
      <span className={classes.number}>{words.number}</span>
      <NumberLabel number={number} shown={words.number} />
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
      {mayChange && !isLast && <RemoveNumber phoneNumber={phoneNumber} shown={words.number} />}
    </div>
  );
};
