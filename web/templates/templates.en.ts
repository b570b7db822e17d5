export const templatesEn = {
  title: 'Templates',
  none: 'No template yet',
  noneText:
    'A template is a text that is filled in for each patient when it is sent: their name, the time of their appointment. Workflows and campaigns send templates.',
  add: 'Add a template',
  list: 'Templates',
  choose: 'Choose a template',
  chooseText: 'Its texts in both languages, with a preview on a real patient.',
  back: 'All templates',
  newName: 'New template',
  name: 'Name',
  channel: 'Sent as',
  channels: { sms: 'Text message', email: 'E-mail', 'in-app': 'Patient page', push: 'Notification' },
  purpose: 'What it is for',
  purposes: {
    appointment: 'Appointments',
    care: 'Care',
    billing: 'Billing',
    feedback: 'Feedback',
    marketing: 'Marketing',
  },
  about: 'Speaks of',
  abouts: { patient: 'The patient', appointment: 'The patient and an appointment' },
  language: 'Language of the text',
  languages: { en: 'English', de: 'German' },
  notWritten: 'not written',
  subject: 'Subject',
  body: 'Text',
  insert: 'Insert',
  variables: {
    patient: {
      first_name: 'First name of the patient',
      last_name: 'Last name of the patient',
      full_name: 'Name of the patient',
      balance: 'What the patient owes',
    },
    recipient: {
      first_name: 'First name of who receives it',
      last_name: 'Last name of who receives it',
      salutation: 'Salutation of who receives it',
    },
    clinic: {
      name: 'Name of the clinic',
      phone: 'Number of the clinic',
    },
    appointment: {
      weekday: 'Weekday of the appointment',
      date: 'Date of the appointment',
      time: 'Time of the appointment',
      reason: 'What the appointment is for',
      practitioner: 'Who sees them',
    },
    plan: {
      name: 'Name of the treatment plan',
      phase: 'Where the treatment stands',
      link: 'Link to the treatment plan',
    },
    procedure: { name: 'What was done last' },
    payment: {
      amount: 'Amount of the payment',
      due_date: 'Day the payment is due',
      link: 'Link to pay',
    },
    link: { page: 'Link to their own page', unsubscribe: 'Link to unsubscribe' },
  },
  preview: 'Preview',
  previewFor: 'As {{name}} would read it',
  madeUp: 'With a made-up person',
  tryWith: 'Try with a patient',
  withMadeUp: 'Made-up person',
  segments_one: '{{count}} text message',
  segments_other: '{{count}} text messages',
  cost: '{{cost}} for each person',
  unicode: 'A letter of this text makes text messages shorter: 70 letters instead of 160.',
  faults: {
    'unknown-variable': 'There is no “{{variable}}”. Choose one from the list.',
    'cannot-be-read': 'Line {{line}} cannot be read: {{detail}}',
    empty: 'Nothing would be left of it.',
    'too-long': 'Too long: a text message has at most 1600 letters.',
    missing: 'This person has no “{{variable}}”: to them it would not be sent.',
  },
  save: 'Save',
  saved: 'Saved. Messages are written from it from now on.',
  archive: 'Put away',
  archived: '“{{name}}” was put away',
  unsaved: 'Not saved yet',
  conflict:
    'Somebody else has saved this template meanwhile. Your text is still here; open it again to see theirs.',
  version: 'Version {{version}}',
  by: 'by {{name}}',
  readonly: 'Managers can change templates.',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    templates: typeof templatesEn;
  }
}
