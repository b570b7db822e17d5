import { z } from 'zod';

/** What a template speaks of: only what is about an appointment may name its time. */
export const templateAboutSchema = z.enum(['patient', 'appointment']);
export type TemplateAbout = z.infer<typeof templateAboutSchema>;

/** Everything a template may name, with what stands there for the example. */
const ofEverybody = {
  'patient.first_name': { en: 'Anna', de: 'Anna' },
  'patient.last_name': { en: 'Baker', de: 'Becker' },
  'patient.full_name': { en: 'Anna Baker', de: 'Anna Becker' },
  'recipient.first_name': { en: 'Laura', de: 'Laura' },
  'recipient.last_name': { en: 'Baker', de: 'Becker' },
  'recipient.salutation': { en: 'Ms', de: 'Frau' },
  'clinic.name': { en: 'Lakeside Dental', de: 'Praxis am See' },
  'clinic.phone': { en: '(312) 555-0100', de: '030 5550100' },
  'link.page': {
    en: 'https://desk.example/l/k3Vb8sQm2LxT9aWd',
    de: 'https://desk.example/l/k3Vb8sQm2LxT9aWd',
  },
  'link.unsubscribe': {
    en: 'https://desk.example/l/Zr7nC4uYp0GfE6hJ',
    de: 'https://desk.example/l/Zr7nC4uYp0GfE6hJ',
  },
} as const;
/** Only those can be written to of whom there is such a thing; `{% if plan.link %}` asks. */
const ofCare = {
  'patient.balance': { en: '$125.00', de: '125,00 €' },
  'plan.name': { en: 'Aligners, 14 months', de: 'Aligner, 14 Monate' },
  'plan.phase': { en: 'in treatment', de: 'in Behandlung' },
  'plan.link': { en: 'https://plans.example/881', de: 'https://plaene.example/881' },
  'procedure.name': { en: 'Cleaning', de: 'Zahnreinigung' },
  'payment.amount': { en: '$125.00', de: '125,00 €' },
  'payment.due_date': { en: 'December 1', de: '1. Dezember' },
  'payment.link': { en: 'https://pay.example/2041', de: 'https://zahlen.example/2041' },
} as const;
const ofAppointments = {
  'appointment.weekday': { en: 'Thursday', de: 'Donnerstag' },
  'appointment.date': { en: 'November 26', de: '26. November' },
  'appointment.time': { en: '9:30 AM', de: '9:30 Uhr' },
  'appointment.reason': { en: 'Check-up', de: 'Kontrolle' },
  'appointment.practitioner': { en: 'Dr. Patel', de: 'Dr. Weber' },
} as const;

export type TemplateVariable = keyof typeof ofEverybody | keyof typeof ofCare | keyof typeof ofAppointments;
export type VariableExample = Record<'en' | 'de', string>;

/** The variables of a template, in the order in which they are offered. */
export const variablesFor = (about: TemplateAbout): [TemplateVariable, VariableExample][] =>
  Object.entries({ ...ofEverybody, ...ofCare, ...(about === 'appointment' ? ofAppointments : {}) }) as [
    TemplateVariable,
    VariableExample,
  ][];

/** What workflows hand on has no fixed names; it is checked when the message is written. */
export const isKnownVariable = (path: string, about: TemplateAbout): boolean =>
  path.startsWith('workflow.') || variablesFor(about).some(([name]) => name === path);

export type VariableValues = { [group: string]: { [name: string]: string | number | boolean | null } };

/** `{ 'patient.first_name': … }` as the objects that templates read. */
export const nestValues = (flat: Readonly<Record<string, string>>): VariableValues => {
  const nested: VariableValues = {};
  for (const [path, value] of Object.entries(flat)) {
    const [group, name] = path.split('.') as [string, string];
    (nested[group] ??= {})[name] = value;
  }
  return nested;
};

export const exampleValues = (about: TemplateAbout, language: 'en' | 'de'): VariableValues =>
  nestValues(Object.fromEntries(variablesFor(about).map(([name, example]) => [name, example[language]])));
