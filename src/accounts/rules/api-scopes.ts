type Route = { method: string; url: string; config: { peopleOnly?: boolean } };

const prefix = '/api/v1/clinics/:clinicId/';
const reading = new Set(['GET', 'HEAD']);

/** What only a person at a telephone has. */
const ofPeople = 'my';

const areaOf = (url: string): string | null => {
  const area = url.startsWith(prefix) ? (url.slice(prefix.length).split('/')[0] ?? null) : null;
  return area === ofPeople ? null : area;
};

/** `calls:read` for GET …/calls/:callId, `calls:write` for what changes. null: no program may use it. */
export const scopeOf = (url: string, method: string): string | null => {
  const area = areaOf(url);
  return area === null ? null : `${area}:${reading.has(method) ? 'read' : 'write'}`;
};

/** Every scope that the routes there are make possible: a new route has one without anybody naming it. */
export const scopesOf = (routes: readonly Route[]): string[] => {
  const scopes = routes
    .filter(({ config }) => config.peopleOnly !== true)
    .flatMap(({ url, method }) => scopeOf(url, method) ?? []);
  return [...new Set(scopes)].sort();
};
