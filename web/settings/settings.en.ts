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
    encryption: 'Encryption key',
  },
  languages: { en: 'English', de: 'German' },
  clinic: {
    name: 'Name',
    timeZone: 'Time zone',
    language: 'Language',
    numbers: 'Telephone numbers',
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    settings: typeof settingsEn;
  }
}
