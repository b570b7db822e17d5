export const settingsEn = {
  title: 'Settings',
  index: 'Sections of the settings',
  groups: { clinic: 'Clinic', installation: 'Installation' },
  sections: {
    clinic: 'Clinic',
    audit: 'Audit log',
    carrier: 'Telephone carrier',
    mail: 'Mail server',
    speech: 'Speech',
    transcription: 'Transcription',
    encryption: 'Encryption key',
  },
  languages: { en: 'English', de: 'German' },
  clinic: {
    name: 'Name',
    timeZone: 'Time zone',
    language: 'Language',
    country: 'Country (two letters)',
    saved: 'The clinic’s settings are saved.',
  },
  save: 'Save the settings',
  retention: {
    title: 'How long things are kept',
    text: 'Every night Frontdesk removes what is older. How long voicemail is kept stands with the routing; a call stays as long as its voicemail.',
    keepCalls: 'Keep the call log for good',
    callLogDays: 'Keep calls for',
    webhookReceiptDays: 'Keep the carrier’s requests for',
    days: 'days',
    calls_one: 'The next night removes one call',
    calls_other: 'The next night removes {{count}} calls',
    receipts_one: 'and one request of the carrier.',
    receipts_other: 'and {{count}} requests of the carrier.',
    recording: 'Conversations are not recorded, only voicemail is.',
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    settings: typeof settingsEn;
  }
}
