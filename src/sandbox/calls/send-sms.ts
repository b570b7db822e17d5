import type { Sms } from '../twiml/verb.ts';
import { askAction, resolveUrl, type Outcome, type Run } from './run.ts';

/** Sends a message in the middle of a call: from the called number to the caller unless told otherwise. */
export function runSms(run: Run, sms: Sms): Outcome {
  const { leg, network } = run;
  const inbound = leg.direction === 'inbound';
  const sent = network.sendSms({
    from: sms.from ?? (inbound ? leg.to : leg.from),
    to: sms.to ?? (inbound ? leg.from : leg.to),
    body: sms.body,
    statusCallback: sms.statusCallback === null ? null : resolveUrl(run, sms.statusCallback),
  });
  return askAction(run, sms.action, { SmsSid: sent.sid, SmsStatus: sent.status });
}
