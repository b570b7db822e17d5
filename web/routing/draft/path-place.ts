import type { RoutingPart, RoutingSearch } from '../routing-parts.ts';

const partOfField: Record<string, RoutingPart> = {
  businessHours: 'hours',
  holidays: 'hours',
  afterHours: 'hours',
  afterHoursNumber: 'hours',
  menu: 'menu',
  callerRules: 'callers',
  emergencyWords: 'emergencies',
  greeting: 'greetings',
  voicemail: 'greetings',
  afterHoursMessage: 'greetings',
  voicemailEmail: 'greetings',
  voicemailEnabled: 'greetings',
  voicemailRetentionDays: 'greetings',
};

const placeInSettings = ([field = '', id]: readonly string[]): RoutingSearch => ({
  // Without a field it is said of the people: nobody takes calls.
  part: field === '' ? 'people' : (partOfField[field] ?? 'switches'),
  ...(field === 'menu' && id !== undefined ? { at: id } : {}),
});

/** Where on the page the thing stands to which a path of the document leads. */
export const placeOfPath = ([start = '', ...rest]: readonly string[]): RoutingSearch => {
  const [first, ...inside] = rest;
  switch (start) {
    case 'settings':
      return placeInSettings(rest);
    case 'numbers':
      return first === undefined || inside.length === 0
        ? { part: 'numbers' }
        : { ...placeInSettings(inside), number: first };
    case 'staff':
      return { part: 'people' };
    case 'callerRules':
      return { part: 'callers' };
    case 'menu':
      return { part: 'menu', ...(first === undefined ? {} : { at: first }) };
    default:
      return { part: 'departments' };
  }
};

/** True when `path` is that place or lies within it. */
export const isWithin = (path: readonly string[], place: string): boolean =>
  `${path.join('/')}/`.startsWith(`${place}/`);
