import type { VoicemailView } from '../../src/voicemail/rules/voicemail-views.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object';

/**
 * Puts a changed message into any answer that holds it (one message, a page, a list of pages) and leaves the rest
 * as it is, down to its identity, so that nothing else is redrawn.
 */
export const changeEverywhere = (answer: unknown, changed: VoicemailView): unknown => {
  if (!isObject(answer)) return answer;
  if (answer['id'] === changed.id) return changed;
  for (const list of ['items', 'pages']) {
    const entries = answer[list];
    if (!Array.isArray(entries)) continue;
    const next: unknown[] = entries.map((entry) => changeEverywhere(entry, changed));
    return next.some((entry, index) => entry !== entries[index]) ? { ...answer, [list]: next } : answer;
  }
  return answer;
};
