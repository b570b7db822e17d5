import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Secrets } from '../../platform/secrets.ts';
import type { LinkWriter } from '../../links/link-writer.ts';
import type { MessageLink } from '../../links/rules/link.ts';
import type { Log } from '../../platform/log.ts';
import type { Carrier } from '../../ports/carrier/carrier.port.ts';
import type { Push } from '../../ports/push/push.port.ts';
import type { Email } from '../../ports/email/email.port.ts';
import type { ClinicWords } from './recipients.store.ts';
import type { Member } from './families.store.ts';
import type { Channel } from '../rules/message-order.ts';

/** What the delivery needs from outside. */
export type DeliveryDependencies = {
  database: Database;
  clock: Clock;
  log: Log;
  carrier: Pick<Carrier, 'sendMessage' | 'messagesTo'>;
  email: Email;
  push: Push;
  secrets: Pick<Secrets, 'sign'>;
  /** as the carrier reaches us, without a slash at the end */
  portalUrl: () => Promise<string>;
};

/** A message that this worker sends now, and nobody else before the lease is over. */
export type ClaimedMessage = {
  id: string;
  key: string;
  instanceId: string | null;
  channel: Channel;
  recipientId: string | null;
  address: string;
  sender: string | null;
  subject: string | null;
  body: string;
  language: 'en' | 'de';
  attempts: number;
  /** an earlier attempt began then and nobody knows what became of it: ask before repeating */
  askSince: Temporal.Instant | null;
  pastSids: string[];
  /** what leaves in it and has its fate */
  members: Member[];
  /** what it has besides its text: these work from now on */
  links: readonly MessageLink[];
};

/** One message to be sent, with what its sending needs to know. */
export type Errand = {
  clinicId: string;
  clinic: ClinicWords;
  message: ClaimedMessage;
  leaseEnd: Temporal.Instant;
  baseUrl: string;
  links: LinkWriter;
};

/** How long a worker may be silent before another takes its messages over. */
export const lease = Temporal.Duration.from({ seconds: 45 });
/** A request to the carrier takes 15 s at most: what is not begun by then is left to the next worker. */
export const leaseMargin = Temporal.Duration.from({ seconds: 20 });
export const batchSize = 100;
