import { inClinic } from '../../platform/database/database.ts';
import { CarrierError } from '../../ports/carrier/carrier.port.ts';
import { leaseMargin, type DeliveryDependencies, type Errand } from './delivery-work.ts';
import { verdictOn } from '../rules/carrier-errors.ts';
import type { SendOutcome } from '../rules/send-outcome.ts';
import { sendEmail } from './send-email.ts';
import { sendPush } from './send-push.ts';
import { adoptSid, selectKnownSids } from './settle.store.ts';

/** Carriers round times and their clocks differ from ours. */
const clockSlack = Temporal.Duration.from({ seconds: 60 });

const outcomeOf = (error: unknown): SendOutcome => {
  if (!(error instanceof CarrierError)) throw error;
  if (error.failure === 'unknown') return { outcome: 'unsure' };
  if (error.failure === 'busy') return { outcome: 'later', code: error.code ?? null };
  const verdict = verdictOn(error.code);
  const code = error.code ?? null;
  return verdict === 'later' ? { outcome: 'later', code } : { outcome: 'never', reason: verdict, code };
};

/** Whether the carrier has this message from an attempt that nobody heard the end of; it is then taken as ours. */
const findAtCarrier = async (
  deps: DeliveryDependencies,
  { clinicId, message }: Errand,
  since: Temporal.Instant,
): Promise<string | null> => {
  const found = await deps.carrier.messagesTo(message.address, since.subtract(clockSlack));
  const same = found.filter(
    ({ sid, from, body }) =>
      from === message.sender && body === message.body && !message.pastSids.includes(sid),
  );
  return inClinic(deps.database, clinicId, async (trx) => {
    const known = await selectKnownSids(
      trx,
      same.map(({ sid }) => sid),
    );
    for (const { sid } of same) if (!known.has(sid) && (await adoptSid(trx, message.id, sid))) return sid;
    return null;
  });
};

/** Whether a request that begins now is over before another worker takes the message. */
const leaseHolds = ({ clock }: DeliveryDependencies, { leaseEnd }: Errand): boolean =>
  Temporal.Instant.compare(clock.now(), leaseEnd.subtract(leaseMargin)) <= 0;

const sendSms = async (deps: DeliveryDependencies, errand: Errand): Promise<SendOutcome> => {
  const { clinicId, message, baseUrl } = errand;
  try {
    if (message.askSince !== null) {
      const sid = await findAtCarrier(deps, errand, message.askSince);
      // Meanwhile they may have said no, or their appointment may be gone.
      return sid === null ? { outcome: 'was-not-sent' } : { outcome: 'sent', sid };
    }
  } catch (error) {
    // Not to know what there is means not to know what became of it.
    if (error instanceof CarrierError) return { outcome: 'unsure' };
    throw error;
  }
  try {
    const query = new URLSearchParams({ clinic: clinicId, message: message.id });
    const sid = await deps.carrier.sendMessage({
      from: message.sender!,
      to: message.address,
      body: message.body,
      statusUrl: `${baseUrl}/api/twilio/sms/status?${query.toString()}`,
    });
    return { outcome: 'sent', sid };
  } catch (error) {
    return outcomeOf(error);
  }
};

/** One attempt at one message. Nothing is begun that could outlive the lease. */
export const sendOne = async (deps: DeliveryDependencies, errand: Errand): Promise<SendOutcome> => {
  if (!leaseHolds(deps, errand)) return { outcome: 'left' };
  switch (errand.message.channel) {
    case 'sms':
      return sendSms(deps, errand);
    case 'email':
      return sendEmail(deps, errand);
    // It stands on the person's page from now on.
    case 'in-app':
      return { outcome: 'sent', sid: null };
    case 'push':
      return sendPush(deps, errand);
  }
};
