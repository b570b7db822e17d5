import type { FastifyInstance } from 'fastify';
import { ApiError } from '../endpoints/api-error.ts';
import type { MailStore } from '../records/mail-store.ts';
import { MAIL_POLICY, mailPage } from './mail-page.ts';

type OneMail = { Params: { address: string; id: string } };

/** The mailboxes that e-mail has come into, one mailbox with its mails (the newest first), and a mail as a page. */
export function mailboxRoutes(app: FastifyInstance, mails: MailStore): void {
  app.get('/mailboxes', () => ({ mailboxes: mails.mailboxes() }));

  app.get<{ Params: { address: string } }>('/mailboxes/:address', ({ params }) => {
    const address = params.address.toLowerCase();
    return { address, mails: mails.in(address) };
  });

  app.get<OneMail>('/mailboxes/:address/:id/html', ({ params }, reply) => {
    const mail = mails.in(params.address.toLowerCase()).find(({ id }) => id === params.id);
    if (!mail?.html) throw new ApiError('not-found', 'There is no such mail with HTML.');
    return reply
      .headers({ 'content-security-policy': MAIL_POLICY, 'x-content-type-options': 'nosniff' })
      .type('text/html; charset=utf-8')
      .send(mailPage(mail.html));
  });
}
