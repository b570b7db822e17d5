import { request } from './request.ts';

interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** A list that a page shows as a whole, read page by page: people of a clinic, not its patients. */
export const requestEveryPage = async <Item>(path: string, signal: AbortSignal): Promise<Item[]> => {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await request<Page<Item>>(path, { query: { limit: 200, cursor }, signal });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
};
