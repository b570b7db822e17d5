import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { instantAt, wallTime } from '../../ui/clinic-time.ts';
import classes from './try-out.module.css';

interface CallTimeProps {
  /** null = this moment */
  at: string | null;
  /** the moment that the answer is about */
  shownAt: string | null;
  onChange: (at: string | null) => void;
}

/** When the call comes in, by the clinic's clock. */
export const CallTime = ({ at, shownAt, onChange }: CallTimeProps) => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const [wall, setWall] = useState('');
  const now = shownAt === null ? '' : wallTime(Date.parse(shownAt), clinic.timeZone);
  return (
    <div className={classes.time}>
      <TextInput
        type="datetime-local"
        label={t('try.when', { zone: clinic.timeZone.replace('_', ' ') })}
        value={at === null ? now : wall}
        onChange={(event) => {
          setWall(event.currentTarget.value);
          onChange(instantAt(event.currentTarget.value, clinic.timeZone));
        }}
      />
      <Button variant="default" disabled={at === null} onClick={() => onChange(null)}>
        {t('try.now')}
      </Button>
    </div>
  );
};
