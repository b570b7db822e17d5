import type { SeededClinic } from './seed-demo.ts';

type Handset = {
  name: string;
  role: 'patient' | 'lead' | 'staff';
  clinic: string;
  language: string;
  email?: string;
};

/** One telephone for each number; a family shares its mother's. */
const handsetsOf = (clinic: SeededClinic): Map<string, Handset> => {
  const of = (
    name: string,
    role: Handset['role'],
    email: string | undefined,
    language?: string,
  ): Handset => ({
    name,
    role,
    clinic: clinic.name,
    language: language ?? clinic.language,
    ...(email === undefined ? {} : { email }),
  });
  const handsets = new Map<string, Handset>();
  const put = (phoneNumber: string, handset: Handset) => {
    if (!handsets.has(phoneNumber)) handsets.set(phoneNumber, handset);
  };
  for (const patient of clinic.patients) {
    const name = `${patient.givenName} ${patient.familyName}`;
    put(patient.phoneNumber, of(name, 'patient', patient.email, patient.language));
  }
  for (const lead of clinic.leads) put(lead.phoneNumber, of(lead.name, 'lead', lead.email));
  for (const { name, email, phoneNumber } of clinic.staff) {
    if (phoneNumber !== null) put(phoneNumber, of(name, 'staff', email));
  }
  return handsets;
};

/**
 * Gives every demo person a telephone at the sandbox carrier, over its HTTP API. Handsets that exist are kept.
 * @param baseUrl of the sandbox
 * @returns how many could not be placed: the telephones page is off on an address other than loopback
 */
export const placeHandsets = async (baseUrl: string, clinics: SeededClinic[]): Promise<number> => {
  const all = clinics.flatMap((clinic) => [...handsetsOf(clinic)]);
  const answers = await Promise.all(
    all.map(([number, handset]) =>
      fetch(`${baseUrl}/telephones/api/handsets/${encodeURIComponent(number)}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(handset),
        signal: AbortSignal.timeout(5000),
      }).then(
        (answer) => answer.ok,
        () => false,
      ),
    ),
  );
  return answers.filter((placed) => !placed).length;
};
