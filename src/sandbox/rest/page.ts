import type { Slice } from '../records/table.ts';
import { Form } from './form.ts';
import { badRequest } from './rest-error.ts';

const LARGEST_PAGE = 1000;
const INVALID_PAGE = 20006;

/** A part of a list: what the query of this request asks for. */
export type PageRequest = {
  readonly path: string;
  readonly query: unknown;
  readonly page: number;
  readonly size: number;
  /** Where the page before this one ended; rows that came since do not shift it. */
  readonly before: number | null;
};

export function readPage(path: string, query: unknown): PageRequest {
  const form = new Form(query);
  const size = form.whole('PageSize', 50, { min: 1, max: 1_000_000, code: INVALID_PAGE });
  const token = form.text('PageToken');
  if (token !== null && !/^PA\d{1,15}$/.test(token)) throw badRequest(INVALID_PAGE, 'PageToken is not valid');
  return {
    path,
    query,
    page: form.whole('Page', 0, { min: 0, max: 1_000_000, code: INVALID_PAGE }),
    size: Math.min(LARGEST_PAGE, size),
    before: token === null ? null : Number(token.slice(2)),
  };
}

/** One row more than the page holds tells whether there is another page. */
export function sliceOf({ page, size, before }: PageRequest): Slice {
  return before === null ? { offset: page * size, limit: size + 1 } : { limit: size + 1, before };
}

/**
 * The carrier's list answer: the rows under `key`, and where the neighbouring pages are. `rows` holds one more
 * than the page when there is another; `positionOf` says where a row stands in the list.
 */
export function pageOf<T>(
  request: PageRequest,
  key: string,
  rows: readonly T[],
  shape: (row: T) => object,
  positionOf: (row: T) => number | null,
): object {
  const shown = rows.slice(0, request.size);
  const last = shown.at(-1);
  const more = rows.length > request.size && last !== undefined;
  const start = request.page * request.size;
  return {
    [key]: shown.map(shape),
    page: request.page,
    page_size: request.size,
    start,
    end: Math.max(start, start + shown.length - 1),
    uri: uriOf(request, request.page, request.before),
    first_page_uri: uriOf(request, 0, null),
    next_page_uri: more ? uriOf(request, request.page + 1, positionOf(last)) : null,
    previous_page_uri: request.page > 0 ? uriOf(request, request.page - 1, null) : null,
  };
}

const PAGING = new Set(['Page', 'PageSize', 'PageToken']);

function uriOf({ path, query, size }: PageRequest, page: number, before: number | null): string {
  const filters = Object.entries(typeof query === 'object' && query !== null ? query : {})
    .filter(([name]) => !PAGING.has(name))
    .map(([name, value]): [string, string] => [name, String(value)]);
  const paging: [string, string][] = [
    ['PageSize', String(size)],
    ['Page', String(page)],
    ...(before === null ? [] : [['PageToken', `PA${before}`] satisfies [string, string]]),
  ];
  return `${path}?${new URLSearchParams([...filters, ...paging]).toString()}`;
}
