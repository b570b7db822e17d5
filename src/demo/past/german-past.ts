import type { DemoPast } from './demo-past.ts';

export const germanPast: DemoPast = {
  manager: 'Stefan Krüger',
  workflows: ['appointment-reminders', 'missed-call'],
  yes: 'Ja, danke!',
  templates: [
    {
      name: 'So finden Sie uns',
      about: 'patient',
      purpose: 'appointment',
      de: 'Guten Tag {{ recipient.first_name }} {{ recipient.last_name }}, Sie finden uns in der Seestraße 12, im ersten Stock. Parkplätze sind im Hof. {{ clinic.name }}, {{ clinic.phone }}',
      en: 'Hello {{ recipient.first_name }}, we are at Seestraße 12, first floor. Parking is in the courtyard. {{ clinic.name }}, {{ clinic.phone }}',
    },
    {
      name: 'Wir verspäten uns',
      about: 'appointment',
      purpose: 'appointment',
      de: 'Guten Tag {{ recipient.first_name }} {{ recipient.last_name }}, heute verspäten wir uns um etwa 20 Minuten. Ihr Termin um {{ appointment.time }} beginnt etwas später. Wir bitten um Verständnis. {{ clinic.name }}',
      en: 'Hello {{ recipient.first_name }}, we are running about 20 minutes late today. Your appointment at {{ appointment.time }} will begin a little later. We are sorry! {{ clinic.name }}',
    },
  ],
  callsBack: 'Jonas Becker',
  calls: [
    {
      when: { workdaysAgo: 8, at: '08:12' },
      from: 'Ingrid Seidel',
      key: '2',
      came: { to: 'talk', with: 'Jonas Becker', seconds: 156, note: 'Kann nur vormittags.' },
    },
    {
      when: { workdaysAgo: 7, at: '11:26' },
      from: 'Hans-Peter Zimmermann',
      key: '1',
      came: {
        to: 'talk',
        with: 'Miriam Schäfer',
        seconds: 287,
        note: 'Ratenzahlung vereinbart: 150 € zum 18. jedes Monats.',
      },
    },
    {
      when: { workdaysAgo: 6, at: '09:31' },
      from: 'Carla Winter',
      key: '0',
      came: {
        to: 'talk',
        with: 'Elif Yıldız',
        seconds: 198,
        note: 'Möchte eine unsichtbare Zahnspange, am liebsten noch vor der Hochzeit im Juni.',
      },
    },
    {
      when: { workdaysAgo: 5, at: '19:18' },
      from: 'Mehmet Kaya',
      key: '3',
      came: {
        to: 'voicemail',
        said: 'Guten Abend, Kaya. Meine Backe ist seit der Behandlung am Dienstag stark geschwollen, und die Schmerzen werden schlimmer. Bitte rufen Sie mich so bald wie möglich zurück.',
        mark: 'done',
        by: 'Jonas Becker',
      },
    },
    {
      when: { workdaysAgo: 4, at: '10:47' },
      from: 'Lena Fischer',
      key: '2',
      came: { to: 'nothing', seconds: 12 },
    },
    {
      when: { workdaysAgo: 3, at: '14:02' },
      from: 'Sandra Neumann',
      key: '2',
      came: {
        to: 'talk',
        with: 'Elif Yıldız',
        seconds: 104,
        note: 'Beide Kinder bitte am selben Tag.',
      },
    },
    {
      when: { workdaysAgo: 2, at: '12:16' },
      from: '+493023125077',
      key: '0',
      came: { to: 'nothing', seconds: 17 },
    },
    {
      when: { workdaysAgo: 2, at: '15:33' },
      from: 'Gisela von Arnim',
      key: '2',
      came: { to: 'talk', with: 'Jonas Becker', seconds: 251 },
    },
    {
      when: { workdaysAgo: 1, at: '09:20' },
      from: 'Oliver Wright',
      key: '1',
      came: { to: 'talk', with: 'Miriam Schäfer', seconds: 118 },
    },
    {
      when: { workdaysAgo: 1, at: '18:05' },
      from: 'Tobias Groß',
      key: '1',
      came: {
        to: 'voicemail',
        said: 'Hallo, hier ist Tobias Groß. Ich habe eine Rechnung über fünfundvierzig Euro bekommen, ich dachte aber, das zahlt die Kasse. Können Sie bitte nachsehen und mich zurückrufen? Ich bin bis fünf bei der Arbeit. Danke!',
        mark: 'new',
        by: 'Miriam Schäfer',
      },
    },
    {
      when: { minutesAgo: 34 },
      from: 'Paul Richter',
      key: '2',
      came: {
        to: 'voicemail',
        said: 'Guten Tag, Paul Richter. Ich bin nächste Woche auf Dienstreise und müsste meinen Termin verschieben. In der Woche danach passt es mir an jedem Tag. Auf Wiederhören!',
        mark: 'new',
        by: 'Jonas Becker',
      },
    },
  ],
  texts: [
    {
      when: { workdaysAgo: 3, at: '10:05' },
      from: 'Hans-Peter Zimmermann',
      text: 'Kann ich die nächste Rate auch überweisen? Die Lastschrift hat nicht geklappt.',
      answer: {
        by: 'Miriam Schäfer',
        text: 'Selbstverständlich, Herr Zimmermann. Unsere Bankverbindung habe ich Ihnen per E-Mail geschickt. Miriam Schäfer, Zahnarztpraxis am Park',
        minutesLater: 12,
      },
    },
    {
      when: { minutesAgo: 21 },
      from: 'Agnieszka Nowak',
      text: 'Guten Tag, mir ist gestern Abend eine Füllung herausgefallen. Es tut nicht weh, aber könnte noch diese Woche jemand nachsehen?',
    },
  ],
};
