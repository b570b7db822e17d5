// What `npm run bench:lists` asks for: every list, search and filter of the API in one large practice.

import { largeWorkflow } from './load-workflow-sql.ts';

const today = Temporal.Now.plainDateISO();
const day = (days: number): string => today.add({ days }).toString();
const searches = (list: string, ...texts: string[]): string[] =>
  texts.map((text) => `${list}?q=${encodeURIComponent(text)}`);

/** The n-th row of a kind, as `load-many-sql.ts` counts them. */
const id = (kind: number, n: number): string =>
  `0199a1b2-${String(kind).padStart(4, '0')}-7000-8000-${n.toString(16).padStart(12, '0')}`;
const instant = (days: number): string => `${day(days)}T00:00:00Z`;
const people = (search = ''): string => `workflow-instances?workflowId=${largeWorkflow}&${search}`;
const count = (search: string): string => `workflow-instances/count?workflowId=${largeWorkflow}&${search}`;
const department = id(1, 3);
const staffId = id(2, 7);
const account = id(9, 7);

/** Addresses by what they stand for. Several are asked one after the other: nobody searches the same thing forty times. */
export const listsToMeasure: Record<string, string[]> = {
  'patients, first page': ['patients'],
  'patients by balance': ['patients?sort=balance'],
  'patients, newest': ['patients?sort=newest'],
  'patients by birth date': ['patients?sort=birthDate'],
  'search: a letter': searches('patients', 'm', 's', 'a'),
  'search: a name begins': searches('patients', 'mül', 'schm', 'rosen', 'wein', 'anna'),
  'search: two names': searches('patients', 'anna berg', 'mueller jürgen', 'liam wood'),
  'search: misspelt': searches('patients', 'Schmidtmaier', 'Rosenbreg', 'Fichsbach', 'Kaufmnan'),
  'search: two, one misspelt': searches('patients', 'jurgn müllermann', 'anna rosenbreg'),
  'search: nobody': searches('patients', 'qqxyzzy', 'wolkenkuckucksheim'),
  'search: whole number': searches('patients', '(312) 200-1234', '+17732000300'),
  'search: part of number': searches('patients', '0012345', '4321'),
  'search: birth date': searches('patients', '3/14/1986', '14.03.1986', '2001-07-02'),
  'search: patient number': searches('patients', 'P-10500', 'p-99999'),
  'filter: minors': ['patients?minor=true'],
  'filter: language and VIP': ['patients?language=de&vip=true'],
  'filter: has a number': ['patients?hasNumber=true'],
  'filter: no number': ['patients?hasNumber=false'],
  'filter: no e-mail': ['patients?hasEmail=false'],
  'filter: birthday': ['patients?birthdayFrom=12-28&birthdayTo=01-03'],
  'filter: owes over 800': ['patients?balanceOver=80000'],
  'filter: tag': ['patients?tag=braces'],
  'filter: next appointment': [`patients?nextAppointmentFrom=${day(1)}&nextAppointmentTo=${day(2)}`],
  'filter: last appointment': [`patients?lastAppointmentFrom=${day(-90)}&lastAppointmentTo=${day(-60)}`],
  'filter: none since a year': [`patients?noAppointmentSince=${day(-365)}`],
  'filter: archived': ['patients?archived=only'],
  'filter and search': ['patients?q=anna&vip=true', 'patients?q=berg&hasNumber=false'],
  'calls, first page': ['calls'],
  'calls: a name': searches('calls', 'rosen', 'anna berg'),
  'calls: a rare name': searches('calls', 'josé zimmstone', 'wilma quinwick'),
  'calls: nobody': searches('calls', 'qqxyzzy', 'wolkenkuckucksheim'),
  'calls: a number': searches('calls', '2001234', '(312) 203-4567'),
  'calls: two digits': searches('calls', '77'),
  'calls: voicemail': ['calls?outcome=voicemail'],
  'calls: department, staff': [`calls?departmentId=${department}`, `calls?staffId=${staffId}`],
  'calls: a person': [`calls?personId=${id(4, 4711)}`],
  'calls: days': [`calls?from=${day(-400)}&to=${day(-300)}&direction=outbound`],
  'calls: name in days': [`calls?q=rosen&from=${day(-400)}&to=${day(-300)}`],
  'voicemail, to do': ['voicemails?status=open'],
  'voicemail, all': ['voicemails'],
  'voicemail, department': [`voicemails?departmentId=${department}`],
  'Now (the board)': ['now'],
  'audit, first page': ['audit'],
  'audit: a person': [`audit?person=${account}`],
  'audit: what happened': ['audit?kind=patient', 'audit?action=call.opened'],
  'audit: a rare deed': ['audit?kind=import', 'audit?kind=routing', 'audit?action=import.started'],
  'audit: person and deed': [`audit?person=${account}&kind=voicemail`, `audit?person=${account}&kind=import`],
  'audit: about somebody': [`audit?subject=${id(4, 4711)}`],
  'audit: days': [`audit?from=${day(-300)}&to=${day(-290)}`],
  'audit: names to choose': ['audit/people'],
  imports: ['imports'],
  'Ctrl K: name': searches('search', 'schneidr', 'rosen', 'anna berg', 'mül'),
  'Ctrl K: number, date': searches('search', '2001234', '(312) 200-1234', '14.03.1986'),
  'Ctrl K: nobody': searches('search', 'qqxyzzy'),
  duplicates: ['patients/duplicates'],
  workflows: ['workflows'],
  'workflow: a page': [`workflows/${largeWorkflow}`],
  'workflow: versions': [`workflows/${largeWorkflow}/versions`],
  'workflow: people': [people(), people('status=running'), people('status=exited'), people('version=1')],
  'workflow: a name': [people('q=anna%20berg'), people('q=rosen'), people('q=wilma%20quinwick')],
  'workflow: who stands there': [people('step=wait-3'), people('step=wait-1&version=1')],
  'workflow: what was counted': [
    people('step=sms-2&how=done'),
    people('step=sms-1&how=delivered'),
    people('step=note-1&how=skipped&reason=time-over'),
  ],
  'workflow: how many': [
    count('underWay=true'),
    count('underWay=true&step=wait-3'),
    count('underWay=true&q=rosen'),
  ],
  'workflow: numbers, 30 days': [`workflows/${largeWorkflow}/performance?from=${instant(-30)}`],
  'workflow: numbers, a year': [`workflows/${largeWorkflow}/performance?from=${instant(-365)}`],
};

/** Milliseconds at the 95th percentile. Numbers per step are no list: they read everybody who came in. */
const bounds: Record<string, number> = {
  'workflow: numbers, 30 days': 300,
  'workflow: numbers, a year': 1000,
};
export const boundOf = (name: string): number => bounds[name] ?? 100;
