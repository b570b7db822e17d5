/** A person to be merged with somebody who is chosen by hand. */
export interface DuplicatesSearch {
  one?: string;
}

export const readDuplicatesSearch = (search: Record<string, unknown>): DuplicatesSearch =>
  typeof search['one'] === 'string' && search['one'] !== '' ? { one: search['one'] } : {};
