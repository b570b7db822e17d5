import { readProblem, unreachable } from './problem.ts';

type Query = Record<string, string | number | boolean | null | undefined>;

interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: Query;
  body?: unknown;
  signal?: AbortSignal;
  /** True: it arrives although the page is being left; up to 64 kB. */
  keepalive?: boolean;
}

/** Path with the given parameters; empty ones are left out. */
export const withQuery = (path: string, query: Query = {}): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
};

/**
 * One request to our own server. The answer's shape is the caller's claim: the server serialises it with the same
 * zod schema that the type comes from, so it is not checked a second time here (zod stays out of the first load).
 * @throws Problem for every answer that is not a success, and when the server cannot be reached (status 0).
 */
export const request = async <Answer>(path: string, options: RequestOptions = {}): Promise<Answer> => {
  const { method = 'GET', query, body, signal, keepalive = false } = options;
  const response = await fetch(withQuery(path, query), {
    method,
    credentials: 'same-origin',
    keepalive,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  });
  if (!response.ok) throw await readProblem(response);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
};

/** `/api/v1/clinics/:clinicId/<path>` */
export const clinicPath = (clinicId: string, path: string): string =>
  `/api/v1/clinics/${encodeURIComponent(clinicId)}/${path}`;
