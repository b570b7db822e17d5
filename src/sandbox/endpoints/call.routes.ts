import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { badDayState } from '../bad-day/bad-day.ts';
import type { Store } from '../records/store.ts';
import { sandboxSettings, type Settings } from '../settings.ts';
import { ApiError, parse } from './api-error.ts';
import type { Exchange } from './exchange.ts';

const latest = z.object({ limit: z.coerce.number().int().min(1).max(1000).default(100) });
const given = z.record(z.string(), z.unknown());
const bySid = z.object({ sid: z.string() });

/** The inspector: each call's story; and what a person trying the sandbox may set. */
export function callRoutes(app: FastifyInstance, exchange: Exchange, store: Store, settings: Settings): void {
  app.get('/calls', ({ query }) => store.calls.list({}, { limit: parse(latest, query).limit, offset: 0 }));
  app.get('/calls/:sid', ({ params }) => {
    const call = store.calls.get(parse(bySid, params).sid);
    if (!call) throw new ApiError('not-found', 'There is no such call.');
    const children = store.calls.list({ parentCallSid: call.sid });
    const entries = [call, ...children].flatMap(({ sid }) => store.inspector.of(sid));
    return { call, children, entries: entries.toSorted((a, b) => a.at - b.at) };
  });
  app.get('/bad-day', () => exchange.badDay.current());
  app.put('/bad-day', ({ body }) => exchange.badDay.replace(parse(badDayState, body)));
  app.get('/settings', () => settings.current());
  app.put('/settings', ({ body }) =>
    settings.change(parse(sandboxSettings, { ...settings.current(), ...parse(given, body) })),
  );
}
