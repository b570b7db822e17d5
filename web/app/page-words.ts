import type { Language } from '../../src/clinics/rules/language.ts';

type Loader = () => Promise<object>;

/** Words that come with their page and not before, so that the first page stays light however many pages there are. */
export const pageWords = {
  access: {
    en: async () => (await import('../accounts/access.en.ts')).accessEn,
    de: async () => (await import('../accounts/access.de.ts')).accessDe,
  },
  imports: {
    en: async () => (await import('../imports/imports.en.ts')).importsEn,
    de: async () => (await import('../imports/imports.de.ts')).importsDe,
  },
  calendar: {
    en: async () => (await import('../appointments/calendar.en.ts')).calendarEn,
    de: async () => (await import('../appointments/calendar.de.ts')).calendarDe,
  },
  care: {
    en: async () => (await import('../care/care.en.ts')).careEn,
    de: async () => (await import('../care/care.de.ts')).careDe,
  },
  callDesk: {
    en: async () => (await import('../calls/call-desk.en.ts')).callDeskEn,
    de: async () => (await import('../calls/call-desk.de.ts')).callDeskDe,
  },
  messages: {
    en: async () => (await import('../messages/messages.en.ts')).messagesEn,
    de: async () => (await import('../messages/messages.de.ts')).messagesDe,
  },
  templates: {
    en: async () => (await import('../templates/templates.en.ts')).templatesEn,
    de: async () => (await import('../templates/templates.de.ts')).templatesDe,
  },
  patients: {
    en: async () => (await import('../patients/patients.en.ts')).patientsEn,
    de: async () => (await import('../patients/patients.de.ts')).patientsDe,
  },
  editor: {
    en: async () => (await import('../workflows/editor/editor.en.ts')).editorEn,
    de: async () => (await import('../workflows/editor/editor.de.ts')).editorDe,
  },
  consent: {
    en: async () => (await import('../consent/consent.en.ts')).consentEn,
    de: async () => (await import('../consent/consent.de.ts')).consentDe,
  },
  tasks: {
    en: async () => (await import('../tasks/tasks.en.ts')).tasksEn,
    de: async () => (await import('../tasks/tasks.de.ts')).tasksDe,
  },
  routing: {
    en: async () => (await import('../routing/routing.en.ts')).routingEn,
    de: async () => (await import('../routing/routing.de.ts')).routingDe,
  },
  audit: {
    en: async () => (await import('../audit/audit.en.ts')).auditEn,
    de: async () => (await import('../audit/audit.de.ts')).auditDe,
  },
  installation: {
    en: async () => (await import('../settings/installation.en.ts')).installationEn,
    de: async () => (await import('../settings/installation.de.ts')).installationDe,
  },
  settings: {
    en: async () => (await import('../settings/settings.en.ts')).settingsEn,
    de: async () => (await import('../settings/settings.de.ts')).settingsDe,
  },
  workflows: {
    en: async () => (await import('../workflows/workflows.en.ts')).workflowsEn,
    de: async () => (await import('../workflows/workflows.de.ts')).workflowsDe,
  },
  stepForms: {
    en: async () => (await import('../workflows/editor/forms/step-forms.en.ts')).stepFormsEn,
    de: async () => (await import('../workflows/editor/forms/step-forms.de.ts')).stepFormsDe,
  },
  play: {
    en: async () => (await import('../workflows/play/play.en.ts')).playEn,
    de: async () => (await import('../workflows/play/play.de.ts')).playDe,
  },
  gallery: {
    en: async () => (await import('../workflows/gallery.en.ts')).galleryEn,
    de: async () => (await import('../workflows/gallery.de.ts')).galleryDe,
  },
  versions: {
    en: async () => (await import('../workflows/versions/versions.en.ts')).versionsEn,
    de: async () => (await import('../workflows/versions/versions.de.ts')).versionsDe,
  },
  webhooks: {
    en: async () => (await import('../webhooks/webhooks.en.ts')).webhooksEn,
    de: async () => (await import('../webhooks/webhooks.de.ts')).webhooksDe,
  },
  search: {
    en: async () => (await import('../search/search.en.ts')).searchEn,
    de: async () => (await import('../search/search.de.ts')).searchDe,
  },
} satisfies Record<string, Record<Language, Loader>>;

export type PageWords = keyof typeof pageWords;
