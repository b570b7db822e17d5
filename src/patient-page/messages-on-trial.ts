import { pushOnTrial } from '../messages/delivery/push-on-trial.ts';
import { randomUUIDv7 } from 'node:crypto';
import type { DemoApp } from '../../test/fixtures/demo-app.ts';
import { carrierOnTrial } from '../messages/delivery/carrier-on-trial.ts';
import { deliverOnTrial } from '../messages/delivery/deliver-on-trial.ts';
import { queueMessage } from '../messages/delivery/queue-message.ts';
import type { MessageOrder } from '../messages/rules/message-order.ts';
import { inClinic } from '../platform/database/database.ts';
import type { EmailMessage } from '../ports/email/email.port.ts';

/** Messages of one of the demo's clinics that really leave, to where a test can read them. */
export const messagesOnTrial = (app: DemoApp, which: 0 | 1 = 0) => {
  const clinic = app.clinics[which];
  const owner = clinic.staff.find(({ role }) => role === 'owner')!.email;
  const mails: EmailMessage[] = [];
  const carrier = carrierOnTrial();
  const push = pushOnTrial();
  const deliver = () =>
    deliverOnTrial({
      database: app.database,
      clock: app.clock,
      carrier,
      email: { send: async (mail) => void mails.push(mail), close: () => {} },
      push,
      portalUrl: async () => app.url,
    });
  /** @returns the message's id, when it has left or been kept back */
  const send = async (
    order: Partial<MessageOrder> & Pick<MessageOrder, 'to' | 'content'>,
  ): Promise<string> => {
    const id = await inClinic(app.database, clinic.id, (trx) =>
      queueMessage(
        trx,
        {
          key: randomUUIDv7(),
          channel: 'email',
          purpose: 'care',
          cause: { kind: 'staff', userId: randomUUIDv7() },
          ...order,
        },
        app.clock.now(),
      ),
    );
    await deliver();
    return id;
  };
  const template = async (texts: Record<string, unknown>, purpose: string, channel = 'email') => {
    const answer = await app.as(owner, 'POST', `/api/v1/clinics/${clinic.id}/templates`, {
      name: randomUUIDv7(),
      channel,
      purpose,
      about: 'patient',
      texts,
    });
    return ((await answer.json()) as { id: string }).id;
  };
  const messageOf = (id: string) =>
    inClinic(app.database, clinic.id, (trx) =>
      trx.selectFrom('messages').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    );
  return { clinic, mails, carrier, push, deliver, send, template, messageOf };
};

/** The code of the link in a text. */
export const codeIn = (text: string): string => /\/l\/([A-Za-z0-9]{16})/.exec(text)![1]!;
