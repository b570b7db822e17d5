import { Button, Menu, Textarea, TextInput } from '@mantine/core';
import { IconVariable } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { variablesFor } from '../../src/messages/rules/template-variables.ts';
import type { DraftForm, Language } from './template-draft.ts';
import classes from './templates-page.module.css';

interface TextFieldsProps {
  form: DraftForm;
  language: Language;
  disabled: boolean;
  onChange: (text: { subject: string; body: string }) => void;
}

/** The text in one language; what is filled in for each patient is inserted where the cursor stands. */
export const TextFields = ({ form, language, disabled, onChange }: TextFieldsProps) => {
  const { t } = useTranslation('templates');
  const area = useRef<HTMLTextAreaElement>(null);
  const text = form.texts[language];
  const headed = form.channel === 'email' || form.channel === 'push';
  const insert = (name: string): void => {
    const { selectionStart: start = text.body.length, selectionEnd: end = start } = area.current ?? {};
    onChange({ ...text, body: `${text.body.slice(0, start)}{{ ${name} }}${text.body.slice(end)}` });
  };
  return (
    <>
      {headed && (
        <TextInput
          label={t('subject')}
          value={text.subject}
          maxLength={200}
          disabled={disabled}
          onChange={(event) => onChange({ ...text, subject: event.currentTarget.value })}
        />
      )}
      <Textarea
        ref={area}
        label={t('body')}
        lang={language}
        autosize
        minRows={5}
        maxRows={16}
        value={text.body}
        disabled={disabled}
        onChange={(event) => onChange({ ...text, body: event.currentTarget.value })}
      />
      {!disabled && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="default"
              size="compact-md"
              className={classes.insert}
              leftSection={<IconVariable size={16} aria-hidden />}
            >
              {t('insert')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={classes.variables}>
            {variablesFor(form.about).map(([name, example]) => (
              <Menu.Item
                key={name}
                rightSection={<span className={classes.example}>{example[language]}</span>}
                onClick={() => insert(name)}
              >
                {t(`variables.${name}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
};
