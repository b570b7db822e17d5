import type { FastifyInstance } from 'fastify';
import type { MessageRecord } from '../records/message-record.ts';
import type { NumberStore } from '../records/number-store.ts';
import type { OutgoingMessage } from '../messages/message-desk.ts';
import { pathOf } from './calls.routes.ts';
import { Form } from './form.ts';
import { noteRequest } from './note-request.ts';
import { messageResource } from './message-resource.ts';
import { pageOf, readPage, sliceOf } from './page.ts';
import { toE164 } from './phone-number.ts';
import { badRequest, notFound } from './rest-error.ts';
import type { RestWorld } from './rest-world.ts';
import { timeFilter } from './time-filter.ts';

const INVALID_TO = 21211;
const TO_IS_FROM = 21266;
const NO_BODY = 21602;
const NO_FROM = 21603;
const NO_TO = 21604;
const FROM_NOT_OURS = 21606;
const INVALID_CALLBACK = 21609;
const OPTED_OUT = 21610;
const BODY_TOO_LONG = 21617;
const LONGEST_BODY = 1600;

type OneMessage = { Params: { sid: string } };

/** Messages: send, list, fetch, blank out, delete. */
export function messageRoutes(app: FastifyInstance, world: RestWorld): void {
  const { store, account, messages } = world;
  const shape = (message: MessageRecord) => messageResource(account.accountSid, message);
  const found = (sid: string, path: string): MessageRecord => {
    const message = store.messages.get(sid);
    if (!message) throw notFound(path);
    return message;
  };

  app.post('/Messages.json', async (request, reply) => {
    const sent = messages.send(readMessage(new Form(request.body), store.numbers), 'outbound-api');
    if (!sent) throw badRequest(OPTED_OUT, 'Attempt to send to unsubscribed recipient');
    noteRequest(world, sent.sid, request);
    return reply.code(201).send(shape(sent));
  });

  app.get('/Messages.json', async (request) => {
    const page = readPage(pathOf(request.url), request.query);
    const form = new Form(request.query);
    const filter = { to: form.text('To'), from: form.text('From'), sent: timeFilter(form, 'DateSent') };
    const rows = store.messages.list(filter, sliceOf(page));
    return pageOf(page, 'messages', rows, shape, (message) => store.messages.position(message.sid));
  });

  app.get<OneMessage>('/Messages/:sid(^\\w+).json', async (request) =>
    shape(found(request.params.sid, request.url)),
  );

  // The carrier allows one change: to blank out what was written.
  app.post<OneMessage>('/Messages/:sid(^\\w+).json', async (request) => {
    const { sid } = found(request.params.sid, request.url);
    const form = new Form(request.body);
    if (form.has('Body') && form.text('Body') === null) {
      store.messages.update(sid, { body: '', updatedAt: world.clock.now() });
    }
    return shape(found(sid, request.url));
  });

  app.delete<OneMessage>('/Messages/:sid(^\\w+).json', async (request, reply) => {
    if (!store.messages.delete(request.params.sid)) throw notFound(request.url);
    return reply.code(204).send();
  });
}

function readMessage(form: Form, numbers: NumberStore): OutgoingMessage {
  const to = form.text('To');
  if (to === null) throw badRequest(NO_TO, "A 'To' phone number is required");
  const recipient = toE164(to);
  if (recipient === null) throw badRequest(INVALID_TO, "The 'To' number is not a valid phone number");
  const from = form.text('From');
  if (from === null) throw badRequest(NO_FROM, "A 'From' phone number is required");
  const sender = toE164(from);
  if (sender === null || !numbers.byPhoneNumber(sender)) {
    throw badRequest(
      FROM_NOT_OURS,
      "The 'From' number is not a number of the account that can send messages",
    );
  }
  if (sender === recipient) throw badRequest(TO_IS_FROM, "'To' and 'From' cannot be the same");
  const body = form.all('Body').at(-1) ?? '';
  if (body === '') throw badRequest(NO_BODY, 'Message body is required');
  if (body.length > LONGEST_BODY)
    throw badRequest(BODY_TOO_LONG, 'The message is longer than 1600 characters');
  return { from: sender, to: recipient, body, statusCallback: form.url('StatusCallback', INVALID_CALLBACK) };
}
