import type { HttpMethod, RecordingEvent } from '../twiml/verb.ts';
import type { Leg } from './leg.ts';
import type { Network } from './network.ts';
import { announceRecording, keepRecording } from './recording.ts';
import type { Run } from './run.ts';

type Wish = {
  readonly channels: 1 | 2;
  readonly status: {
    readonly url: string;
    readonly method: HttpMethod;
    readonly events: readonly RecordingEvent[];
  } | null;
};

/** Records a whole call (`Record=true`): what was heard and said on it, kept when it ends. */
export async function recordCall(network: Network, leg: Leg, wish: Wish): Promise<void> {
  const startedAt = network.clock.now();
  const run: Pick<Run, 'network' | 'leg' | 'document'> = { network, leg, document: null };
  announceRecording(run, wish.status, 'in-progress', null);
  await leg.until(() => leg.ended, network.closing).catch(() => undefined);
  if (network.closing.aborted) return;
  const seconds = Math.max(1, Math.round((network.clock.now() - startedAt) / 1000));
  const words = leg.transcript.join(' ');
  const take = await keepRecording(run, {
    source: 'OutboundAPI',
    channels: wish.channels,
    seconds,
    words,
    audio: null,
  });
  announceRecording(run, wish.status, 'completed', take);
}
