/** With whom and with what a play begins, in the address. */
export type PlaySearch = {
  /** left out: one patient */
  show?: 'events';
  patient?: string;
  appointment?: string;
  event?: string;
  /** of an event, unless somebody has written something else into the address: the list of kinds comes with the page */
  kind?: string;
  at?: string;
};

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export const readPlaySearch = (search: Record<string, unknown>): PlaySearch => {
  const { patient, appointment, event, at } = search;
  const kind = text(search['kind']);
  const found = { patient: text(patient), appointment: text(appointment), event: text(event) };
  const start = text(at);
  return {
    ...(search['show'] === 'events' ? { show: 'events' } : {}),
    ...Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)),
    ...(kind !== undefined ? { kind } : {}),
    ...(start !== undefined && !Number.isNaN(Date.parse(start)) ? { at: new Date(start).toISOString() } : {}),
  };
};
