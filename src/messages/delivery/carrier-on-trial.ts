import { randomBytes } from 'node:crypto';
import {
  CarrierError,
  type Carrier,
  type CarrierMessage,
  type SendMessage,
} from '../../ports/carrier/carrier.port.ts';

/** What the next request comes to. `lost`: it is carried out, and nobody hears of it. */
export type Fate = 'done' | 'failed' | 'lost' | 'busy' | { refused: number };

/** A carrier in memory whose every request has a fate. */
export const carrierOnTrial = (): Pick<Carrier, 'sendMessage' | 'messagesTo'> & {
  sent: (CarrierMessage & { statusUrl: string })[];
  fate: (message: SendMessage) => Fate;
  /** whether a list is answered */
  lists: () => boolean;
} => {
  const trial: ReturnType<typeof carrierOnTrial> = {
    sent: [],
    fate: () => 'done',
    lists: () => true,
    sendMessage: async (message) => {
      // A turn of the loop, so that requests of several workers are under way together.
      await new Promise(setImmediate);
      const fate = trial.fate(message);
      if (typeof fate === 'object') throw new CarrierError('refused', fate.refused);
      if (fate === 'failed') throw new CarrierError('unknown', 20_500);
      if (fate === 'busy') throw new CarrierError('busy', 20_429);
      const sid = `SM${randomBytes(16).toString('hex')}`;
      trial.sent.push({ ...message, sid, status: 'queued', errorCode: null });
      if (fate === 'lost') throw new CarrierError('unknown');
      return sid;
    },
    messagesTo: async (to) => {
      await new Promise(setImmediate);
      if (!trial.lists()) throw new CarrierError('unknown', 20_500);
      return trial.sent.filter((message) => message.to === to).toReversed();
    },
  };
  return trial;
};
