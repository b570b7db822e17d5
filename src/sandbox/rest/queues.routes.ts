import type { FastifyInstance } from 'fastify';
import type { Member } from '../calls/queues.ts';
import type { QueueRecord } from '../records/queue-record.ts';
import { rfc2822 } from '../rfc2822.ts';
import { newSid } from '../sid.ts';
import { pathOf } from './calls.routes.ts';
import { Form } from './form.ts';
import { pageOf, readPage, sliceOf } from './page.ts';
import { resourcePath } from './resource-path.ts';
import { badRequest, notFound } from './rest-error.ts';
import type { RestWorld } from './rest-world.ts';

const INVALID_PARAMETER = 20001;
const NAME_TAKEN = 22003;
const NOT_EMPTY = 22002;

type OneQueue = { Params: { sid: string } };
type OneMember = { Params: { sid: string; callSid: string } };

/** Queues and who waits in them. */
export function queueRoutes(app: FastifyInstance, { store, account, engine, clock }: RestWorld): void {
  const waiting = (sid: string) => engine.network.queues.live(sid);
  const shape = (queue: QueueRecord) => queueResource(account.accountSid, queue, waiting(queue.sid));
  const memberShape = (queueSid: string) => (member: Member) => {
    const position = waiting(queueSid).members.indexOf(member) + 1;
    const path = resourcePath(account.accountSid, 'Queues', queueSid, 'Members', member.leg.sid);
    return {
      account_sid: account.accountSid,
      call_sid: member.leg.sid,
      date_enqueued: rfc2822(member.joinedAt),
      position,
      queue_sid: queueSid,
      uri: `${path}.json`,
      wait_time: Math.round((clock.now() - member.joinedAt) / 1000),
    };
  };
  const found = (sid: string, path: string): QueueRecord => {
    const queue = store.queues.get(sid);
    if (!queue) throw notFound(path);
    return queue;
  };

  app.get('/Queues.json', async (request) => {
    const page = readPage(pathOf(request.url), request.query);
    return pageOf(page, 'queues', store.queues.list(sliceOf(page)), shape, (queue) =>
      store.queues.position(queue.sid),
    );
  });

  app.post('/Queues.json', async (request, reply) => {
    const form = new Form(request.body);
    const friendlyName = form.text('FriendlyName');
    if (friendlyName === null) throw badRequest(INVALID_PARAMETER, 'FriendlyName is required');
    if (store.queues.byName(friendlyName)) throw badRequest(NAME_TAKEN, 'There is a queue of that name');
    const maxSize = form.whole('MaxSize', 100, { min: 1, max: 5000, code: INVALID_PARAMETER });
    const queue = { sid: newSid('QU'), friendlyName, maxSize, createdAt: clock.now() };
    store.queues.insert(queue);
    return reply.code(201).send(shape(queue));
  });

  app.get<OneQueue>('/Queues/:sid(^\\w+).json', async (request) =>
    shape(found(request.params.sid, request.url)),
  );

  app.delete<OneQueue>('/Queues/:sid(^\\w+).json', async (request, reply) => {
    const queue = found(request.params.sid, request.url);
    if (waiting(queue.sid).members.length > 0) throw badRequest(NOT_EMPTY, 'The queue is not empty');
    store.queues.delete(queue.sid);
    return reply.code(204).send();
  });

  app.get<OneQueue>('/Queues/:sid(^\\w+)/Members.json', async (request) => {
    const queue = found(request.params.sid, request.url);
    const page = readPage(pathOf(request.url), request.query);
    const members = waiting(queue.sid).members.slice(page.page * page.size);
    return pageOf(page, 'queue_members', members, memberShape(queue.sid), () => null);
  });

  app.get<OneMember>('/Queues/:sid(^\\w+)/Members/:callSid(^\\w+).json', async (request) => {
    const { sid, callSid } = request.params;
    const { members } = waiting(found(sid, request.url).sid);
    const member = callSid === 'Front' ? members[0] : members.find(({ leg }) => leg.sid === callSid);
    if (!member) throw notFound(request.url);
    return memberShape(sid)(member);
  });
}

type Live = { readonly members: readonly Member[]; readonly waitedMs: readonly number[] };

function queueResource(accountSid: string, queue: QueueRecord, live: Live): object {
  const path = resourcePath(accountSid, 'Queues', queue.sid);
  const waited = live.waitedMs.reduce((sum, ms) => sum + ms, 0);
  return {
    sid: queue.sid,
    account_sid: accountSid,
    average_wait_time: live.waitedMs.length === 0 ? 0 : Math.round(waited / live.waitedMs.length / 1000),
    current_size: live.members.length,
    date_created: rfc2822(queue.createdAt),
    date_updated: rfc2822(queue.createdAt),
    friendly_name: queue.friendlyName,
    max_size: queue.maxSize,
    subresource_uris: { members: `${path}/Members.json` },
    uri: `${path}.json`,
  };
}
