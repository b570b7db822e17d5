export const routingParts = [
  'numbers',
  'hours',
  'menu',
  'callers',
  'emergencies',
  'departments',
  'people',
  'greetings',
  'switches',
  'history',
] as const;
export type RoutingPart = (typeof routingParts)[number];

/** Those that may be different for one number of the clinic. */
export const partsByNumber: readonly RoutingPart[] = [
  'hours',
  'menu',
  'callers',
  'emergencies',
  'greetings',
  'switches',
];

export interface RoutingSearch {
  part?: RoutingPart;
  /** a number of the clinic with settings of its own */
  number?: string;
  /** what to show within the part: the id of an option, a department, a person */
  at?: string;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 60 ? value : undefined;

/** What of an address means something here; the rest is dropped. */
export const readRoutingSearch = (search: Record<string, unknown>): RoutingSearch => {
  const part = routingParts.find((each) => each === search['part']);
  const number = text(search['number']);
  const at = text(search['at']);
  return {
    ...(part === undefined ? {} : { part }),
    ...(number === undefined ? {} : { number }),
    ...(at === undefined ? {} : { at }),
  };
};

/** What is shown when the address names none: what is changed most often. */
export const firstPart: RoutingPart = 'menu';
