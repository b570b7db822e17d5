import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFaultWords } from './fault-words.ts';
import type { FieldsProps } from './patient-form.tsx';
import classes from './patient-form.module.css';

const most = 10;

/** The first one is written to. */
export const EmailFields = ({ draft, faults, onChange }: FieldsProps) => {
  const { t } = useTranslation('patients');
  const words = useFaultWords(faults);
  const { emails } = draft;
  const set = (list: typeof emails): void =>
    onChange({ emails: list.map((each, index) => ({ ...each, preferred: index === 0 })) });
  return (
    <div className={classes.lines}>
      {emails.map(({ email }, index) => (
        <div key={index} className={classes.row}>
          <TextInput
            className={classes.grow}
            type="email"
            autoComplete="off"
            maxLength={254}
            aria-label={t('form.emailOf', { index: index + 1 })}
            placeholder={t('form.email')}
            value={email}
            error={words(`emails/${index}/email`)}
            onChange={(event) => {
              const typed = event.currentTarget.value;
              set(emails.map((each, at) => (at === index ? { ...each, email: typed } : each)));
            }}
          />
          <ActionIcon
            size={34}
            variant="subtle"
            color="gray"
            aria-label={t('form.removeEmail', { index: index + 1 })}
            onClick={() => set(emails.filter((_, at) => at !== index))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {emails.length < most && (
        <div>
          <Button
            size="xs"
            variant="light"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => set([...emails, { email: '', preferred: emails.length === 0 }])}
          >
            {t('form.addEmail')}
          </Button>
        </div>
      )}
    </div>
  );
};
