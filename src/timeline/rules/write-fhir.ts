import type { CareView } from '../../care/rules/care-views.ts';
import type { PatientView } from '../../patients/rules/patient-views.ts';
import type { TimelineEntry } from './timeline-view.ts';
import { careResources } from './write-fhir-care.ts';

type Resource = { resourceType: string; id: string } & Record<string, unknown>;
export type FhirBundle = {
  resourceType: 'Bundle';
  type: 'collection';
  timestamp: string;
  entry: { fullUrl: string; resource: Resource }[];
};

const useOf = { mobile: 'mobile', home: 'home', work: 'work', other: 'temp' } as const;

const telecomOf = ({ phoneNumbers, emails }: PatientView) => [
  ...phoneNumbers.map(({ number, kind, preferred }) => ({
    system: 'phone',
    value: number,
    use: useOf[kind],
    ...(preferred ? { rank: 1 } : {}),
  })),
  ...emails.map(({ email, preferred }) => ({
    system: 'email',
    value: email,
    ...(preferred ? { rank: 1 } : {}),
  })),
];

/** FHIR knows neither null nor an empty list: what there is none of is left out. */
const whatThereIs = <T extends Record<string, unknown>>(parts: T): T =>
  Object.fromEntries(
    Object.entries(parts).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  ) as T;

const addressOf = ({ address: { street, postalCode, city, region, country } }: PatientView) => {
  const address = whatThereIs({
    line: street?.split('\n') ?? null,
    postalCode,
    city,
    state: region,
    country,
  });
  return Object.keys(address).length === 0 ? [] : [address];
};

const namesOf = (view: PatientView) => [
  whatThereIs({
    use: 'official',
    text: view.name,
    family: view.familyName,
    given: view.givenName.split(' '),
    prefix: view.salutation === null ? null : [view.salutation],
  }),
  ...(view.preferredName === null ? [] : [{ use: 'usual', text: view.preferredName }]),
];

const patientOf = (view: PatientView): Resource => {
  const languages = new Set([...(view.language === null ? [] : [view.language]), ...view.spokenLanguages]);
  return whatThereIs({
    resourceType: 'Patient',
    id: view.id,
    active: view.archivedAt === null,
    // A system of FHIR is an address; the practice's own number has none.
    identifier: view.identifiers.map(({ system, value }) =>
      /^\w+:/.test(system) ? { system, value } : { type: { text: system }, value },
    ),
    name: namesOf(view),
    telecom: telecomOf(view),
    gender: view.gender,
    birthDate: view.birthDate,
    address: addressOf(view),
    communication: [...languages].map((code) => ({
      language: { coding: [{ system: 'urn:ietf:bcp:47', code }] },
      ...(code === view.language ? { preferred: true } : {}),
    })),
  });
};

const appointmentStatus = {
  booked: 'booked',
  confirmed: 'booked',
  'checked-in': 'arrived',
  completed: 'fulfilled',
  'no-show': 'noshow',
  cancelled: 'cancelled',
} as const;

const communicationOf = (
  entry: Extract<TimelineEntry, { kind: 'call' | 'voicemail' | 'message' | 'note' }>,
) => {
  const said = {
    call: () => ({
      category: 'telephone call',
      text: entry.kind === 'call' ? `${entry.direction}, ${entry.number}` : '',
    }),
    voicemail: () => ({
      category: 'voicemail',
      text: entry.kind === 'voicemail' ? `${entry.durationSeconds} s` : '',
    }),
    message: () => ({
      category: 'message',
      text: entry.kind === 'message' ? `${entry.direction}: ${entry.text ?? ''}` : '',
    }),
    note: () => ({ category: 'note', text: entry.kind === 'note' ? entry.body : '' }),
  }[entry.kind]();
  return { category: [{ text: said.category }], payload: [{ contentString: said.text }] };
};

/** Messages that nobody received are no communication. */
const hasArrived: ReadonlySet<string> = new Set(['sent', 'delivered', 'received']);

const entryOf = (entry: TimelineEntry, patient: { reference: string }): Resource[] => {
  if (entry.kind === 'change' || entry.kind === 'consent' || entry.kind === 'task' || entry.kind === 'care')
    return [];
  if (entry.kind !== 'appointment')
    return [
      {
        resourceType: 'Communication',
        // A voicemail has the id of its row, not of its call: no two resources share one.
        id: entry.id,
        status: entry.kind === 'message' && !hasArrived.has(entry.status) ? 'not-done' : 'completed',
        subject: patient,
        sent: entry.at,
        ...communicationOf(entry),
      },
    ];
  return [
    {
      resourceType: 'Appointment',
      id: entry.id,
      status: appointmentStatus[entry.status],
      description: entry.reason,
      start: entry.at,
      end: entry.endsAt,
      participant: [
        { actor: patient, status: 'accepted' },
        { actor: { display: entry.practitioner }, status: 'accepted' },
      ],
    },
  ];
};

/** Everything that the clinic keeps about somebody, as one FHIR R4 collection that other systems read. */
export const writeFhir = (
  view: PatientView,
  { entries, care }: { entries: readonly TimelineEntry[]; care: CareView },
  at: string,
): FhirBundle => {
  const patient = { reference: `urn:uuid:${view.id}` };
  const guardians = view.guardians.map((guardian) => ({
    resourceType: 'RelatedPerson',
    id: guardian.id,
    patient,
    relationship: [{ text: guardian.relation }],
    name: [{ text: guardian.name }],
  }));
  const resources = [
    patientOf(view),
    ...guardians,
    ...entries.flatMap((entry) => entryOf(entry, patient)),
    ...careResources(care, patient),
  ];
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: at,
    entry: resources.map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource })),
  };
};
