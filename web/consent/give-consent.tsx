import { Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentMethod } from '../../src/consent/rules/consent-views.ts';
import type { ChosenPurpose } from '../../src/consent/rules/contact-request.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { ChannelField } from './channel-field.tsx';
import { every, methods, purposes, valueOf } from './choices.ts';
import classes from './consent-panel.module.css';
import { useContactWords } from './contact-words.ts';
import { dayOf } from '../ui/moment.ts';
import { orNull } from '../ui/typed-text.ts';
import { instantOf } from '../ui/zoned-time.ts';
import { useConsentCommands } from './use-consent-commands.ts';

interface GiveConsentProps {
  patientId: string;
  clinic: MyClinic;
  onClose: () => void;
}

/** What somebody agreed to, how, when, and where that can be proved. */
export const GiveConsent = ({ patientId, clinic, onClose }: GiveConsentProps) => {
  const { t } = useTranslation('consent');
  const words = useContactWords();
  const { give, saving } = useConsentCommands(clinic.id);
  const [today] = useState(() => dayOf(Date.now(), clinic.timeZone));
  const [chosen, setChosen] = useState<ChosenPurpose[]>(['marketing']);
  const [channel, setChannel] = useState<string>(every);
  const [method, setMethod] = useState<ConsentMethod>('paper-form');
  const [day, setDay] = useState(today);
  const [proof, setProof] = useState('');
  const save = (): void =>
    give(
      patientId,
      {
        purposes: chosen,
        channel: valueOf(channel),
        method,
        obtainedAt: instantOf(day, '00:00', clinic.timeZone),
        proof: orNull(proof),
      },
      onClose,
    );
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Checkbox.Group label={t('give.purposes')} value={chosen} onChange={(values) => setChosen(values)}>
        <Stack gap={6} mt={6}>
          {purposes.map((purpose) => (
            <Checkbox
              key={purpose}
              value={purpose}
              label={words.purpose(purpose)}
              description={t(`purposeHints.${purpose}`)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <ChannelField label={t('give.channel')} value={channel} onChange={setChannel} />
      <Select
        label={t('give.method')}
        allowDeselect={false}
        data={methods.map((value) => ({ value, label: t(`methods.${value}`) }))}
        value={method}
        onChange={(value) => setMethod(value ?? 'paper-form')}
      />
      <TextInput
        type="date"
        label={t('give.obtained')}
        required
        max={today}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <TextInput
        label={t('give.proof')}
        placeholder={t('give.proofHint')}
        maxLength={500}
        value={proof}
        onChange={(event) => setProof(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button type="submit" size="sm" loading={saving} disabled={chosen.length === 0 || day === ''}>
          {t('give.save')}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {t('give.cancel')}
        </Button>
      </Group>
    </form>
  );
};
