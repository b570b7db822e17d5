import { chmodSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { demoPassword } from './demo-password.ts';
import type { SeededClinic } from './seed-demo.ts';

export type DemoAddresses = {
  portal: string;
  telephones: string | null;
  api: string;
  publicUrl: string;
  sandbox: { baseUrl: string; accountSid: string; authToken: string } | null;
};

export type DemoPerson = {
  name: string;
  phoneNumber: string;
  role: 'patient' | 'lead' | 'staff';
  clinic: string;
};

const accountsOf = (clinic: SeededClinic) =>
  [...clinic.staff, ...clinic.observers].flatMap(({ name, email, role }) =>
    role === null ? [] : [{ name, email, role }],
  );

const peopleOf = (clinic: SeededClinic): DemoPerson[] => [
  ...clinic.patients.map((patient) => ({
    name: `${patient.givenName} ${patient.familyName}`,
    phoneNumber: patient.phoneNumber,
    role: 'patient' as const,
    clinic: clinic.name,
  })),
  ...clinic.leads.map((lead) => ({
    name: lead.name,
    phoneNumber: lead.phoneNumber,
    role: 'lead' as const,
    clinic: clinic.name,
  })),
  ...clinic.staff.flatMap(({ name, phoneNumber }) =>
    phoneNumber === null ? [] : [{ name, phoneNumber, role: 'staff' as const, clinic: clinic.name }],
  ),
];

/** What the terminal shows and scripts read: addresses, clinics, sign-ins and people of the demo. */
export const describeDemo = (clinics: SeededClinic[], addresses: DemoAddresses, secret: string) => ({
  ...addresses,
  clinics: clinics.map(({ id, name, phoneNumber, timeZone, language }) => ({
    id,
    name,
    phoneNumber,
    timeZone,
    language,
  })),
  signIns: clinics.flatMap((clinic) =>
    accountsOf(clinic).map(({ name, email, role }) => ({
      name,
      email,
      password: demoPassword(secret, email),
      role,
      clinic: clinic.name,
    })),
  ),
  people: clinics.flatMap(peopleOf),
});
export type Demo = ReturnType<typeof describeDemo>;

/** Readable by its owner only; a reader never sees half a file. */
export const writeDemoFile = (dataDir: string, demo: Demo): void => {
  const file = path.join(dataDir, 'demo.json');
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
};
