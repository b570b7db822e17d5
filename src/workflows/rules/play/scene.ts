import type { CareSubject } from '../../../care/rules/care-subject.ts';
import type { Language } from '../../../clinics/rules/language.ts';
import type { ContactFacts } from '../../../consent/rules/contact-facts.ts';
import type { Channel } from '../../../consent/rules/contact-request.ts';
import type { MessageSubject } from '../../../messages/rules/subject-values.ts';
import type { TemplateTexts } from '../../../messages/rules/template-texts.ts';
import type { Subject } from '../subject.ts';

/** Who is reached by one way in what is about the patient, and what the gate goes by. */
export type Reader = {
  personId: string;
  person: MessageSubject['recipient'];
  language: Language | null;
  gate: ContactFacts;
};

/** Everything that a walk has to know of a clinic and a person, so that it asks nobody any more. */
export type Scene = {
  subject: Subject;
  /** null: somebody unknown */
  patient: MessageSubject['patient'] | null;
  /** with whom the appointment is */
  practitioner: string;
  clinic: MessageSubject['clinic'] & { language: Language; hasPostalAddress: boolean };
  /** what texts may name of treatments and payments */
  care: CareSubject | null;
  /** none: nobody can be reached in that way */
  readers: Partial<Record<Channel, Reader>>;
  /** of the clinic, those that steps name */
  templates: Readonly<Record<string, TemplateTexts>>;
};
