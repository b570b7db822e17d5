import type { DemoPast } from './demo-past.ts';

export const englishPast: DemoPast = {
  manager: 'Daniel Brooks',
  workflows: ['appointment-reminders', 'missed-call'],
  yes: 'Yes, thank you!',
  templates: [
    {
      name: 'How to find us',
      about: 'patient',
      purpose: 'appointment',
      en: 'Hello {{ recipient.first_name }}, we are at 120 Lake Street, second floor. Parking is behind the building. {{ clinic.name }}, {{ clinic.phone }}',
      de: 'Guten Tag {{ recipient.first_name }}, Sie finden uns in der Lake Street 120, zweiter Stock. Parkplätze sind hinter dem Haus. {{ clinic.name }}, {{ clinic.phone }}',
    },
    {
      name: 'We are running late',
      about: 'appointment',
      purpose: 'appointment',
      en: 'Hello {{ recipient.first_name }}, we are running about 20 minutes late today. Your appointment at {{ appointment.time }} will begin a little later. We are sorry! {{ clinic.name }}',
      de: 'Guten Tag {{ recipient.first_name }}, heute verspäten wir uns um etwa 20 Minuten. Ihr Termin um {{ appointment.time }} beginnt etwas später. Das tut uns leid! {{ clinic.name }}',
    },
  ],
  callsBack: 'Sofia Ramirez',
  calls: [
    {
      when: { workdaysAgo: 8, at: '09:04' },
      from: "William O'Connor",
      key: '2',
      came: { to: 'talk', with: 'Sofia Ramirez', seconds: 143, note: 'Prefers early mornings.' },
    },
    {
      when: { workdaysAgo: 7, at: '11:38' },
      from: 'Robert Hughes',
      key: '1',
      came: {
        to: 'talk',
        with: 'Olivia Martin',
        seconds: 312,
        note: 'Agreed on instalments of $160, on the 18th of each month.',
      },
    },
    {
      when: { workdaysAgo: 6, at: '08:52' },
      from: 'Natalie Brown',
      key: '0',
      came: {
        to: 'talk',
        with: 'James Wilson',
        seconds: 205,
        note: 'Wants clear aligners before her wedding in June.',
      },
    },
    {
      when: { workdaysAgo: 5, at: '19:47' },
      from: 'Marcus Johnson',
      key: '3',
      came: {
        to: 'voicemail',
        said: 'Hi, this is Marcus Johnson. My face is swelling up around the tooth you cleaned on Tuesday, and the pain is getting worse. Please call me back as soon as you can.',
        mark: 'done',
        by: 'Sofia Ramirez',
      },
    },
    {
      when: { workdaysAgo: 4, at: '10:15' },
      from: 'Priya Patel',
      key: '2',
      came: { to: 'nothing', seconds: 11 },
    },
    {
      when: { workdaysAgo: 3, at: '14:20' },
      from: 'Laura Bennett',
      key: '2',
      came: {
        to: 'talk',
        with: 'James Wilson',
        seconds: 97,
        note: 'Asked for the same day for both children.',
      },
    },
    {
      when: { workdaysAgo: 2, at: '12:31' },
      from: '+13125550177',
      key: '0',
      came: { to: 'nothing', seconds: 16 },
    },
    {
      when: { workdaysAgo: 2, at: '15:09' },
      from: 'Evelyn Harper',
      key: '2',
      came: { to: 'talk', with: 'Sofia Ramirez', seconds: 268 },
    },
    {
      when: { workdaysAgo: 1, at: '09:41' },
      from: 'Jürgen Vogel',
      key: '1',
      came: { to: 'talk', with: 'Olivia Martin', seconds: 121 },
    },
    {
      when: { workdaysAgo: 1, at: '18:22' },
      from: 'Thomas Reed',
      key: '1',
      came: {
        to: 'voicemail',
        said: 'Hello, Thomas Reed here. I got a bill for seventy-two fifty, and I thought my insurance had paid that. Could somebody look into it and call me back? I am at work until five. Thank you.',
        mark: 'new',
        by: 'Olivia Martin',
      },
    },
    {
      when: { minutesAgo: 34 },
      from: 'Chloe Nguyen',
      key: '2',
      came: {
        to: 'voicemail',
        said: 'Hi, it is Chloe Nguyen. I have to travel for work next week, so I need to move my appointment. Any day the week after is fine. Bye!',
        mark: 'new',
        by: 'Sofia Ramirez',
      },
    },
  ],
  texts: [
    {
      when: { workdaysAgo: 3, at: '10:05' },
      from: 'Robert Hughes',
      text: 'Can I pay the next instalment by bank transfer? My card has expired.',
      answer: {
        by: 'Olivia Martin',
        text: 'Of course, Mr. Hughes. I have e-mailed you our bank details. Olivia, Lakeside Dental',
        minutesLater: 12,
      },
    },
    {
      when: { minutesAgo: 21 },
      from: 'Aisha Khan',
      text: 'Hello, a filling came out last night. It does not hurt, but could somebody look at it this week?',
    },
  ],
};
