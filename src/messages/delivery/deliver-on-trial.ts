import { createLog } from '../../platform/log.ts';
import { createSecrets } from '../../platform/secrets.ts';
import { deliverDue } from './deliver-due.ts';
import type { DeliveryDependencies } from './delivery-work.ts';
import { pushOnTrial } from './push-on-trial.ts';

type Needed = Pick<DeliveryDependencies, 'database' | 'clock' | 'carrier'>;

/** Delivers what is due; e-mails and notes to browsers vanish unless a test brings what takes them. */
export const deliverOnTrial = (deps: Needed & Partial<DeliveryDependencies>): ReturnType<typeof deliverDue> =>
  deliverDue({
    log: createLog('silent'),
    email: { send: async () => {}, close: () => {} },
    push: pushOnTrial(),
    secrets: createSecrets(new Uint8Array(32).fill(7)),
    portalUrl: async () => 'https://desk.example',
    ...deps,
  });
