import { z } from 'zod';
import type { HeardKind } from '../calls/device.ts';
import type { MediaMessage } from './media-relay.ts';

/** What a client's browser is told. */
export type ClientMessage =
  | {
      readonly t: 'registered';
      readonly identity: string;
      /** Calls that ring, and calls that a reload has left without a browser; the latter go on here at once. */
      readonly calls: readonly {
        readonly callSid: string;
        readonly state: 'ringing' | 'connected';
        readonly from: string;
        readonly to: string;
        readonly parameters: Readonly<Record<string, string>>;
      }[];
    }
  | {
      readonly t: 'incoming';
      readonly callSid: string;
      readonly from: string;
      readonly to: string;
      readonly parameters: Readonly<Record<string, string>>;
    }
  | { readonly t: 'cancelled'; readonly callSid: string }
  | { readonly t: 'connected'; readonly callSid: string }
  | { readonly t: 'ended'; readonly callSid: string; readonly status: string }
  | { readonly t: 'heard'; readonly callSid: string; readonly kind: HeardKind; readonly text: string }
  | { readonly t: 'error'; readonly message: string }
  | { readonly t: 'pong' }
  | MediaMessage;

/** What a client's browser says. */
export const clientOrder = z.discriminatedUnion('t', [
  z.object({ t: z.literal('accept'), callSid: z.string() }),
  z.object({ t: z.literal('decline'), callSid: z.string() }),
  z.object({ t: z.literal('hangup'), callSid: z.string() }),
  z.object({ t: z.literal('digits'), callSid: z.string(), digits: z.string().regex(/^[0-9A-D*#]{1,64}$/) }),
  z.object({ t: z.literal('signal'), bridgeId: z.string(), data: z.unknown() }),
  z.object({ t: z.literal('ping') }),
]);

export type ClientOrder = z.infer<typeof clientOrder>;
