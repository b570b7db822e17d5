import formbody from '@fastify/formbody';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Log } from '../../platform/log.ts';
import type { Carrier } from '../../ports/carrier/carrier.port.ts';
import {
  firstOfEach,
  signedBase,
  unsignedAnswer,
  type FormFields,
} from '../../ports/carrier/signed-request.ts';
import { noteStatus } from '../delivery/note-status.ts';
import { receiveSms, type ReplyDependencies } from './receive-sms.ts';

type Dependencies = ReplyDependencies & {
  database: Database;
  clock: Clock;
  log: Log;
  carrier: Carrier;
  /** addresses under which the carrier may have asked: the public one first */
  baseUrls: () => string[];
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const sidForm = /^(SM|MM)[0-9a-f]{32}$/;
const nothingToSay = '<?xml version="1.0" encoding="UTF-8"?><Response/>';
const config = { public: 'The carrier signs its requests; without its signature they are refused.' };

/** Text messages that arrive, and what became of those that left. */
export const smsWebhooks =
  (deps: Dependencies): FastifyPluginAsync =>
  async (app) => {
    await app.register(formbody, { bodyLimit: 65_536 });
    const fieldsOf = (request: FastifyRequest): Record<string, string> | null => {
      const { method, headers, body } = request;
      const signed = { method, headers, body, url: request.raw.url ?? '' };
      if (signedBase(deps.carrier, deps.baseUrls(), signed) === null) return null;
      return firstOfEach((body ?? {}) as FormFields);
    };

    app.post('/api/twilio/sms/incoming', { config, schema: { hide: true } }, async (request, reply) => {
      const fields = fieldsOf(request);
      if (fields === null) return reply.code(403).type('text/plain').send(unsignedAnswer);
      const { MessageSid: sid = '', From: from = '', To: to = '', Body: body = '' } = fields;
      if (sidForm.test(sid)) await receiveSms(deps, { sid, from, to, body }, deps.clock.now());
      return reply.type('text/xml; charset=utf-8').send(nothingToSay);
    });

    app.post('/api/twilio/sms/status', { config, schema: { hide: true } }, async (request, reply) => {
      const fields = fieldsOf(request);
      if (fields === null) return reply.code(403).type('text/plain').send(unsignedAnswer);
      const { clinic = '', message = '' } = firstOfEach(request.query as FormFields);
      const { MessageSid: sid = '', MessageStatus: status = '', ErrorCode: code = '' } = fields;
      if (uuid.test(clinic) && uuid.test(message) && sidForm.test(sid)) {
        const report = { sid, status, errorCode: /^\d{1,6}$/.test(code) ? Number(code) : null };
        await noteStatus(deps.database, { clinicId: clinic, messageId: message }, report, deps.clock.now());
      }
      return reply.code(204).send();
    });
  };
