import type { FastifyInstance } from 'fastify';
import type { NumberRecord } from '../records/number-record.ts';
import { newSid } from '../sid.ts';
import { pathOf } from './calls.routes.ts';
import { Form } from './form.ts';
import { configure, UNCONFIGURED } from './number-order.ts';
import { numberResource } from './number-resource.ts';
import { pageOf, readPage, sliceOf } from './page.ts';
import { formatted, toE164 } from './phone-number.ts';
import { badRequest, notFound } from './rest-error.ts';
import type { RestWorld } from './rest-world.ts';

const INVALID_NUMBER = 21421;
const NOT_AVAILABLE = 21422;

type OneNumber = { Params: { sid: string } };

/** The account's numbers: take one (any number is for sale here), list, fetch, configure, give back. */
export function numberRoutes(app: FastifyInstance, { store, account, clock }: RestWorld): void {
  const shape = (number: NumberRecord) => numberResource(account.accountSid, number);
  const found = (sid: string, path: string): NumberRecord => {
    const number = store.numbers.get(sid);
    if (!number) throw notFound(path);
    return number;
  };

  app.post('/IncomingPhoneNumbers.json', async (request, reply) => {
    const form = new Form(request.body);
    const phoneNumber = toE164(form.text('PhoneNumber') ?? '');
    if (phoneNumber === null) throw badRequest(INVALID_NUMBER, 'PhoneNumber is not a valid phone number');
    if (store.numbers.byPhoneNumber(phoneNumber)) {
      throw badRequest(NOT_AVAILABLE, 'PhoneNumber is not available: the account has it already');
    }
    const now = clock.now();
    const friendlyName = form.text('FriendlyName') ?? formatted(phoneNumber);
    const identity = { sid: newSid('PN'), phoneNumber, friendlyName, createdAt: now, updatedAt: now };
    const number: NumberRecord = { ...identity, ...configure(form, UNCONFIGURED) };
    store.numbers.insert(number);
    return reply.code(201).send(shape(number));
  });

  app.get('/IncomingPhoneNumbers.json', async (request) => {
    const form = new Form(request.query);
    const page = readPage(pathOf(request.url), request.query);
    const filter = { phoneNumber: form.text('PhoneNumber'), friendlyName: form.text('FriendlyName') };
    const rows = store.numbers.list(filter, sliceOf(page));
    return pageOf(page, 'incoming_phone_numbers', rows, shape, (number) =>
      store.numbers.position(number.sid),
    );
  });

  app.get<OneNumber>('/IncomingPhoneNumbers/:sid(^\\w+).json', async (request) =>
    shape(found(request.params.sid, request.url)),
  );

  app.post<OneNumber>('/IncomingPhoneNumbers/:sid(^\\w+).json', async (request) => {
    const number = found(request.params.sid, request.url);
    const form = new Form(request.body);
    const { sid: _sid, phoneNumber: _number, createdAt: _created, ...before } = number;
    const friendlyName = form.text('FriendlyName') ?? number.friendlyName;
    store.numbers.update(number.sid, { ...configure(form, before), friendlyName, updatedAt: clock.now() });
    return shape(found(number.sid, request.url));
  });

  app.delete<OneNumber>('/IncomingPhoneNumbers/:sid(^\\w+).json', async (request, reply) => {
    if (!store.numbers.delete(request.params.sid)) throw notFound(request.url);
    return reply.code(204).send();
  });
}
