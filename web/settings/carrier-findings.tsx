import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { findingWeight, type CarrierTrial } from '../../src/settings/rules/trial-results.ts';
import { request } from '../platform/request.ts';
import { reportProblem } from '../ui/notice.tsx';
import { usePhoneNumbers } from '../ui/phone-number.ts';
import { useProblemWords } from '../ui/problem-words.ts';
import { StatusLabel } from '../ui/status-label.tsx';
import { installationPath } from './installation.query.ts';
import classes from './section-form.module.css';

const looks = {
  fine: { tone: 'green', icon: <IconCheck /> },
  warning: { tone: 'amber', icon: <IconAlertTriangle /> },
  blocking: { tone: 'red', icon: <IconX /> },
} as const;

interface CarrierFindingsProps {
  trial: CarrierTrial;
  /** the carrier that was looked at is the one in force */
  mayConnect: boolean;
  onConnected: () => void;
}

/** What a look at the carrier found, each with what one can do about it. */
export const CarrierFindings = ({ trial, mayConnect, onConnected }: CarrierFindingsProps) => {
  const { t } = useTranslation('installation');
  const { format } = usePhoneNumbers();
  const words = useProblemWords();
  const connect = useMutation({
    mutationFn: (phoneNumber: string) =>
      request<CarrierTrial>(installationPath('/carrier/connect'), { method: 'POST', body: { phoneNumber } }),
    onSuccess: onConnected,
    onError: (error) => reportProblem(words(error)),
  });
  return (
    <ul className={classes.findings} aria-label={t('carrier.findings')} aria-live="polite">
      {trial.findings.map(({ finding, number, detail }) => {
        const weight = findingWeight(finding);
        const parts = {
          number: number === null ? '' : format(number),
          detail: detail ?? t('carrier.nowhere'),
        };
        return (
          <li key={`${finding} ${number ?? ''}`} className={classes.finding}>
            <StatusLabel tone={looks[weight].tone} icon={looks[weight].icon}>
              {t(`weights.${weight}`)}
            </StatusLabel>
            <p>{t(`findings.${finding}`, parts)}</p>
            {finding === 'number-elsewhere' && mayConnect && number !== null && (
              <Button
                size="xs"
                variant="light"
                loading={connect.isPending && connect.variables === number}
                onClick={() => connect.mutate(number)}
              >
                {t('carrier.connect', { number: format(number) })}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
};
