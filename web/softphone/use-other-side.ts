import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LiveCall } from '../../src/calls/rules/call-views.ts';
import { nowQuery } from '../calls/now.query.ts';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import type { SoftphoneCall } from './softphone-state.ts';

interface OtherSide {
  /** What the server knows of the call; undefined for the moment until it has arrived. */
  live: LiveCall | undefined;
  /** Name, else number, else what can be said. */
  who: string;
  number: string | null;
}

const isNumber = (text: string): boolean => /^\+\d+$/.test(text);

/** Who is at the other end of a call in this softphone. */
export const useOtherSide = (
  clinicId: string | null,
  call: Pick<SoftphoneCall, 'callId' | 'from'> | null,
): OtherSide => {
  const { t } = useTranslation('softphone');
  const { format } = usePhoneNumbers();
  const { data } = useQuery({ ...nowQuery(clinicId ?? ''), enabled: clinicId !== null });
  const live = data?.calls.find((each) => each.id === call?.callId);
  const raw = live === undefined ? (call?.from ?? '') : live.direction === 'outbound' ? live.to : live.from;
  const number = isNumber(raw) ? format(raw) : null;
  const who = live?.caller.name ?? number ?? (raw === 'anonymous' ? t('anonymous') : t('unknown'));
  return { live, who, number };
};
