import type { Language } from '../../clinics/rules/language.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { ClinicWords } from '../delivery/recipients.store.ts';
import { loadCareOf } from './load-care-of.ts';
import { speaksOfCare } from '../rules/care-values.ts';
import { formatPhone } from '../rules/format-phone.ts';
import { subjectValues, type MessageSubject } from '../rules/subject-values.ts';
import { nestValues, type VariableValues } from '../rules/template-variables.ts';
import { selectAppointments, selectPeople } from './subjects.store.ts';

type About = {
  patientId: string | null;
  recipientId: string | null;
  appointmentId: string | null;
  /** of the workflow that wants it: its cause says which plan or payment is meant */
  instanceId: string | null;
};
/** `text`: what is to be filled in, in whatever languages; what it does not speak of is not looked up */
type Asked = About & { text: string };

const ids = (all: readonly (string | null)[]): string[] => [...new Set(all.filter((id) => id !== null))];

/**
 * What stands for the variables of a text, as it is now, in a query for each kind of thing.
 * @returns null for somebody who is not there any more
 */
export const loadTemplateValues = async (
  trx: ClinicTransaction,
  abouts: readonly Asked[],
  { name, firstNumber, country, timeZone }: ClinicWords,
): Promise<(about: About, language: Language, links: MessageSubject['links']) => VariableValues | null> => {
  if (abouts.length === 0) return () => null;
  const people = await selectPeople(
    trx,
    ids(abouts.flatMap(({ patientId, recipientId }) => [patientId, recipientId])),
  );
  const appointments = await selectAppointments(trx, ids(abouts.map(({ appointmentId }) => appointmentId)));
  const care = await loadCareOf(
    trx,
    abouts.filter(({ text }) => speaksOfCare(text)),
  );
  const phone = firstNumber === null ? null : formatPhone(firstNumber, country);
  return (about, language, links) => {
    const { patientId, recipientId, appointmentId } = about;
    const patient = people.get(patientId ?? '');
    const recipient = people.get(recipientId ?? '');
    if (!patient || !recipient) return null;
    const appointment = appointments.get(appointmentId ?? '') ?? null;
    return nestValues(
      subjectValues(
        { patient, recipient, clinic: { name, phone, timeZone }, links, appointment, care: care(about) },
        language,
      ),
    );
  };
};
