/** What is known already when somebody is added: the number that has just called, the name that was not found. */
export interface NewPatientSearch {
  name?: string;
  number?: string;
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 100) : '';

export const readNewPatientSearch = (search: Record<string, unknown>): NewPatientSearch => {
  const name = text(search['name']);
  const number = text(search['number']);
  return { ...(name === '' ? {} : { name }), ...(number === '' ? {} : { number }) };
};
