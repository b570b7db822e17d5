import type { FastifyInstance } from 'fastify';
import type { Obeyed } from '../calls/engine.ts';
import { CALL_STATUSES, type CallRecord } from '../records/call-record.ts';
import { readCallOrder, readSource } from './call-order.ts';
import { callResource } from './call-resource.ts';
import { Form } from './form.ts';
import { noteRequest } from './note-request.ts';
import { pageOf, readPage, sliceOf } from './page.ts';
import { toE164 } from './phone-number.ts';
import { badRequest, notFound } from './rest-error.ts';
import type { RestWorld } from './rest-world.ts';
import { timeFilter } from './time-filter.ts';

const INVALID_PARAMETER = 20001;
const INVALID_CALL_STATE = 21220;

type OneCall = { Params: { sid: string } };

/** Calls: place, list, fetch, change while they live, forget afterwards. */
export function callRoutes(app: FastifyInstance, world: RestWorld): void {
  const { store, engine, account } = world;
  const shape = (call: CallRecord) => callResource(account.accountSid, call);
  const found = (sid: string, path: string): CallRecord => {
    const call = store.calls.get(sid);
    if (!call) throw notFound(path);
    return call;
  };

  app.post('/Calls.json', async (request, reply) => {
    const { sid } = engine.place(readCallOrder(new Form(request.body), store.numbers));
    noteRequest(world, sid, request);
    return reply.code(201).send(shape(found(sid, request.url)));
  });

  app.get('/Calls.json', async (request) => {
    const page = readPage(pathOf(request.url), request.query);
    const calls = store.calls.list(filterOf(new Form(request.query)), sliceOf(page));
    return pageOf(page, 'calls', calls, shape, (call) => store.calls.position(call.sid));
  });

  app.get<OneCall>('/Calls/:sid(^\\w+).json', async (request) =>
    shape(found(request.params.sid, request.url)),
  );

  app.post<OneCall>('/Calls/:sid(^\\w+).json', async (request) => {
    const { sid } = request.params;
    found(sid, request.url);
    noteRequest(world, sid, request);
    if (change(engine, sid, new Form(request.body)) !== 'ok') {
      throw badRequest(INVALID_CALL_STATE, 'Call is not in-progress. Cannot redirect.');
    }
    return shape(found(sid, request.url));
  });

  app.delete<OneCall>('/Calls/:sid(^\\w+).json', async (request, reply) => {
    if (engine.leg(request.params.sid)) throw badRequest(INVALID_CALL_STATE, 'The call is still under way');
    if (!store.calls.delete(request.params.sid)) throw notFound(request.url);
    return reply.code(204).send();
  });
}

export const pathOf = (url: string): string => url.split('?', 1)[0] ?? url;

function change(engine: RestWorld['engine'], sid: string, form: Form): Obeyed {
  const status = form.oneOf('Status', ['canceled', 'completed'], INVALID_PARAMETER);
  if (status === 'canceled') return engine.cancel(sid);
  if (status === 'completed') return engine.complete(sid);
  const source = readSource(form);
  // A change that changes nothing is no fault.
  return source ? engine.redirect(sid, source) : 'ok';
}

function filterOf(form: Form) {
  const address = (name: string): string | null => {
    const text = form.text(name);
    return text === null ? null : (toE164(text) ?? text);
  };
  return {
    to: address('To'),
    from: address('From'),
    status: form.oneOf('Status', CALL_STATUSES, INVALID_PARAMETER),
    parentCallSid: form.text('ParentCallSid'),
    started: timeFilter(form, 'StartTime'),
    ended: timeFilter(form, 'EndTime'),
  };
}
