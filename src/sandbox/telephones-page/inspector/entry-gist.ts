import type { StoryEntry } from './calls.query.ts';

/** What one reads first in each kind of entry; the first that is there is shown. */
const GISTS: readonly string[] = [
  'text', 'words', 'digits', 'message', 'url', 'number', 'identity', 'uri', 'name', 'queue', 'targets', 'action',
  'SpeechResult', 'Digits', 'RecordingDuration', 'DialCallStatus', 'QueueResult', 'CallStatus', 'parameters',
]; // prettier-ignore

/** The few words of an entry's detail that save opening it; empty where nothing stands out. */
export function entryGist({ kind, title, detail }: Pick<StoryEntry, 'kind' | 'title' | 'detail'>): string {
  if (kind === 'webhook-response' || kind === 'rest') return '';
  const gist = gistOf(detail);
  return title.toLowerCase().includes(gist.toLowerCase()) ? '' : gist;
}

function gistOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(gistOf).filter(Boolean).join(', ');
  if (typeof value !== 'object' || value === null) return '';
  for (const name of GISTS) {
    const found = gistOf(Reflect.get(value, name));
    if (found !== '') return found;
  }
  return '';
}

/** The title without what all addresses of a system share; the whole is seen when the entry is opened. */
export const shortTitle = (title: string): string =>
  title.replace(/https?:\/\/[^\s/]+(\/[^\s?]*)?(\?\S*)?/g, (_address, path = '/', query = '') =>
    query === '' ? path : `${path}?…`,
  );
