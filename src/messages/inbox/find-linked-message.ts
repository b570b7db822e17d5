import type { ClinicTransaction } from '../../platform/database/database.ts';
import { selectLinkedMessage, type LinkedMessage } from './linked-message.store.ts';

/** The message that a link stood in. */
export const findLinkedMessage = (trx: ClinicTransaction, messageId: string): Promise<LinkedMessage | null> =>
  selectLinkedMessage(trx, messageId);
