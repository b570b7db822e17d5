export const settingsEn = {
  title: 'Settings',
  index: 'Sections of the settings',
  groups: { clinic: 'Clinic', you: 'You', installation: 'Installation' },
  sections: {
    clinic: 'Clinic',
    people: 'People',
    'api-keys': 'API keys',
    webhooks: 'Webhooks',
    account: 'My account',
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
    language: 'Language of the clinic',
    languageHelp: 'Of its e-mails, and wherever nobody’s own is known.',
    languages: 'Spoken with callers',
    languagesHelp:
      'A caller whose own language is not among them hears the one that the routing names. Texts in another language are kept, but not heard.',
    country: 'Country',
    countryOfNumber: 'As its telephone number',
    saved: 'The clinic’s settings are saved.',
  },
  save: 'Save the settings',
  retention: {
    title: 'How long things are kept',
    text: 'Every night Frontdesk removes what is older. A call stays as long as its voicemail.',
    keepCalls: 'Keep the call log for good',
    callLogDays: 'Keep calls for',
    webhookReceiptDays: 'Keep the carrier’s requests for',
    days: 'days',
    voicemail: 'How long voicemail is kept is published with the routing.',
    changeVoicemail: 'Change it there',
    nothing: 'By the settings in force, the next run removes nothing.',
    next: 'By the settings in force, the next run removes {{list}}.',
    rows: {
      calls_one: 'one call',
      calls_other: '{{count}} calls',
      receipts_one: 'one request of the carrier',
      receipts_other: '{{count}} requests of the carrier',
      voicemails_one: 'one voicemail',
      voicemails_other: '{{count}} voicemails',
    },
    recording: 'Conversations are not recorded, only voicemail is.',
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    settings: typeof settingsEn;
  }
}
