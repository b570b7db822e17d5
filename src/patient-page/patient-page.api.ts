import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { OpenLink } from '../links/open-link.ts';
import type { AppointmentHook } from '../messages/inbox/change-appointments.ts';
import { endSubscription, keepSubscription } from '../messages/keep-subscription.ts';
import { writeFromPage } from '../messages/inbox/write-from-page.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import { Problem } from '../platform/errors.ts';
import { pageSender } from '../platform/http/page-sender.ts';
import { publicFiles } from '../platform/http/public-files.ts';
import type { Push } from '../ports/push/push.port.ts';
import type { Log } from '../platform/log.ts';
import { answerVisit } from './answer-visit.ts';
import { changeChoice } from './change-choice.ts';
import { linkAddresses } from './link-addresses.routes.ts';
import { messageLinks } from './message-links.routes.ts';
import type { Holder } from './patient-page.store.ts';
import {
  choiceChangeSchema,
  endedSubscriptionSchema,
  examplePatientPage,
  exampleSubscription,
  lineDraftSchema,
  patientPageSchema,
  subscriptionSchema,
  visitAnswerSchema,
  type PatientPage,
} from './rules/patient-page-view.ts';
import { holderOf, showPage } from './show-page.ts';
import { throughLink, type LinkDependencies } from './through-link.ts';

type Dependencies = LinkDependencies & AppointmentHook & { log: Log; push: Pick<Push, 'publicKey'> };

const tags = ['Patient page'];
const code = z.string().max(100).describe('what stands behind `/l/` in the link');
const params = z.object({ code });
const config = {
  public:
    'A patient has no account: the link from a message stands for them, ends by itself and can be ended.',
  rateLimit: { max: 120, timeWindow: 60_000 },
};
const writing = { ...config, rateLimit: { max: 30, timeWindow: 60_000 } };
const response = { 200: patientPageSchema.meta({ examples: [examplePatientPage] }) };
const exampleKey = '0199a1b2-1e2b-7036-8314-ef1ff8eaa8e6';

type Deed = (
  trx: ClinicTransaction,
  who: { link: OpenLink; holder: Holder },
  now: Temporal.Instant,
) => Promise<void>;

/** Does something for whoever has the link. @returns their page as it is then */
const onPage = async (deps: Dependencies, linkCode: string, deed: Deed): Promise<PatientPage> => {
  const page = await throughLink(deps, linkCode, ['page'], async (trx, link, now) => {
    const holder = await holderOf(trx, link);
    if (holder === null) return null;
    await deed(trx, { link, holder }, now);
    return showPage(trx, link, now, deps.push.publicKey);
  });
  if (page === null) throw new Problem('link-over');
  return page;
};

const readingRoute =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/v1/links/:code/page',
      {
        config,
        schema: {
          tags,
          summary: 'The page of whoever has the link',
          description: 'Their appointments and those of children they answer for, without what they are for.',
          security: [],
          params,
          response,
        },
      },
      ({ params: { code: linkCode } }) => onPage(deps, linkCode, async () => undefined),
    );
  };

const writingRoutes =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/api/v1/links/:code/page/visits/:visitId/answer',
      {
        config: writing,
        schema: {
          tags,
          summary: 'Confirm or cancel an appointment, or ask for another time',
          security: [],
          params: params.extend({ visitId: z.uuid() }),
          body: visitAnswerSchema.meta({ examples: [{ answer: 'confirm' }] }),
          response,
        },
      },
      ({ params: { code: linkCode, visitId }, body: answer }) =>
        onPage(deps, linkCode, async (trx, who, now) => {
          const outcome = await answerVisit(deps, trx, who, { visitId, answer }, now);
          if (outcome === 'no-such-visit') throw new Problem('not-found');
          if (outcome === 'over') throw new Problem('appointment-over');
        }),
    );
    app.post(
      '/api/v1/links/:code/page/messages',
      {
        config: writing,
        schema: {
          tags,
          summary: 'Write to the clinic',
          security: [],
          params,
          body: lineDraftSchema.meta({ examples: [{ key: exampleKey, text: 'Is my retainer in?' }] }),
          response,
        },
      },
      ({ params: { code: linkCode }, body: { key, text } }) =>
        onPage(deps, linkCode, (trx, { holder }, now) =>
          writeFromPage(deps, trx, { patientId: holder.id, key, text }, now),
        ),
    );
    app.put(
      '/api/v1/links/:code/page/choices',
      {
        config: writing,
        schema: {
          tags,
          summary: 'Choose how the clinic may be in touch',
          description: 'What was declined in another way (a stop word, the staff) stays declined.',
          security: [],
          params,
          body: choiceChangeSchema.meta({ examples: [{ what: 'news', on: true }] }),
          response,
        },
      },
      ({ params: { code: linkCode }, body }) =>
        onPage(deps, linkCode, (trx, who, now) => changeChoice(trx, who, body, now)),
    );
  };

const notificationRoutes =
  (deps: Dependencies): FastifyPluginAsyncZod =>
  async (app) => {
    app.put(
      '/api/v1/links/:code/page/notifications',
      {
        config: writing,
        schema: {
          tags,
          summary: 'Take notifications in this browser',
          description:
            'What the browser’s own push service gave (PushSubscription); other addresses are refused.',
          security: [],
          params,
          body: subscriptionSchema.meta({ examples: [exampleSubscription] }),
          response,
        },
      },
      ({ params: { code: linkCode }, body }) =>
        onPage(deps, linkCode, (trx, { holder }, now) => keepSubscription(trx, holder.id, body, now)),
    );
    app.post(
      '/api/v1/links/:code/page/notifications/end',
      {
        config: writing,
        schema: {
          tags,
          summary: 'Take no more notifications in this browser',
          security: [],
          params,
          body: endedSubscriptionSchema.meta({ examples: [{ endpoint: exampleSubscription.endpoint }] }),
          response,
        },
      },
      ({ params: { code: linkCode }, body }) =>
        onPage(deps, linkCode, (trx, { holder }, now) => endSubscription(trx, holder.id, body.endpoint, now)),
    );
  };

/** Everything that links in messages open, and the page itself. @param folder where its files were built to */
export const patientPageApi =
  ({ folder, ...deps }: Dependencies & { folder: string }): FastifyPluginAsyncZod =>
  async (app) => {
    await app.register(publicFiles(folder, '/l/assets/'));
    await app.register(linkAddresses({ ...deps, sendPage: pageSender(folder) }));
    await app.register(messageLinks(deps));
    await app.register(readingRoute(deps));
    await app.register(writingRoutes(deps));
    await app.register(notificationRoutes(deps));
  };
