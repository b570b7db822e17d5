import type { Span } from '../records/filter.ts';
import type { Form } from './form.ts';
import { badRequest } from './rest-error.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const SECOND_MS = 1000;
const INVALID_PARAMETER = 20001;

/**
 * Reads `StartTime=2026-11-21` (that day), `StartTime>=…` and `StartTime<=…`. In the query the comparison is part
 * of the field's name: `StartTime>`. The carrier keeps whole seconds, so "at the latest" takes in that second.
 */
export function timeFilter(form: Form, name: string): Span {
  const on = instant(form, name);
  const after = instant(form, `${name}>`);
  const before = instant(form, `${name}<`);
  if (on) return { after: on.ms, before: on.ms + (on.wholeDay ? DAY_MS : SECOND_MS) };
  return { after: after?.ms ?? null, before: before ? before.ms + SECOND_MS : null };
}

function instant(form: Form, name: string): { ms: number; wholeDay: boolean } | null {
  const text = form.text(name);
  if (text === null) return null;
  const wholeDay = /^\d{4}-\d\d-\d\d$/.test(text);
  const ms = Date.parse(wholeDay ? `${text}T00:00:00Z` : text);
  if (Number.isNaN(ms)) throw badRequest(INVALID_PARAMETER, `${name} is not a date`);
  return { ms, wholeDay };
}
