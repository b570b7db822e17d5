import { Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { promptsIn } from '../../../src/calls/rules/prompts.ts';
import { useCurrentClinic } from '../../accounts/current-clinic.tsx';
import { Panel } from '../../ui/panel.tsx';
import { changeDepartment } from '../departments/edit-departments.ts';
import { FieldProblems } from '../draft/field-problems.tsx';
import { useEditing, useScope } from '../editing.ts';
import { ScopeNote } from '../scope-note.tsx';
import { WholeNumberField } from '../../ui/whole-number-field.tsx';
import { AnnouncementFields } from './announcement-fields.tsx';
import classes from './greetings-part.module.css';

/** What callers hear before somebody answers, and what becomes of their messages. */
export const GreetingsPart = () => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const { document, change: changeDocument } = useEditing();
  const { path, number, settings, change } = useScope();
  return (
    <>
      <Panel title={t('greetings.title')}>
        <ScopeNote />
        <AnnouncementFields
          name={t('fields.greeting')}
          help={t('greetings.greetingHelp')}
          path={`${path}/greeting`}
          announcement={settings.greeting}
          builtIn={(language) => promptsIn(language).greeting(clinic.name)}
          onChange={(greeting) => change({ greeting })}
        />
        <AnnouncementFields
          name={t('fields.afterHoursMessage')}
          help={t('greetings.afterHoursHelp')}
          path={`${path}/afterHoursMessage`}
          announcement={settings.afterHoursMessage}
          builtIn={(language) => promptsIn(language).closed(clinic.name)}
          onChange={(afterHoursMessage) => change({ afterHoursMessage })}
        />
      </Panel>
      <Panel title={t('greetings.voicemail')}>
        <VoicemailKeeping />
        {settings.voicemailEnabled && (
          <AnnouncementFields
            name={t('fields.voicemail')}
            help={t('greetings.voicemailHelp')}
            path={`${path}/voicemail`}
            announcement={settings.voicemail}
            builtIn={(language) => promptsIn(language).voicemail(clinic.name, null)}
            onChange={(voicemail) => change({ voicemail })}
          />
        )}
        {number === null &&
          settings.voicemailEnabled &&
          document.departments.map(({ id, name, voicemail }) => (
            <AnnouncementFields
              key={id}
              name={t('greetings.voicemailOf', { name: name || t('departments.unnamed') })}
              path={`departments/${id}/voicemail`}
              announcement={voicemail}
              builtIn={(language) => promptsIn(language).voicemail(clinic.name, name)}
              onChange={(next) => changeDocument(changeDepartment(document, id, { voicemail: next }))}
            />
          ))}
      </Panel>
    </>
  );
};

const VoicemailKeeping = () => {
  const { t } = useTranslation('routing');
  const { mayChange } = useEditing();
  const { path, settings, change } = useScope();
  return (
    <div className={classes.keeping}>
      <Switch
        className={classes.wide}
        label={t('fields.voicemailEnabled')}
        checked={settings.voicemailEnabled}
        disabled={!mayChange}
        onChange={(event) => change({ voicemailEnabled: event.currentTarget.checked })}
      />
      {settings.voicemailEnabled && (
        <>
          <TextInput
            type="email"
            label={t('fields.voicemailEmail')}
            maxLength={200}
            autoComplete="off"
            readOnly={!mayChange}
            value={settings.voicemailEmail ?? ''}
            onChange={(event) => change({ voicemailEmail: event.currentTarget.value.trim() || null })}
          />
          <WholeNumberField
            label={t('fields.voicemailRetentionDays')}
            min={1}
            max={3650}
            readOnly={!mayChange}
            value={settings.voicemailRetentionDays}
            onChange={(voicemailRetentionDays) => change({ voicemailRetentionDays })}
          />
        </>
      )}
      <FieldProblems at={`${path}/voicemailEmail`} />
    </div>
  );
};
