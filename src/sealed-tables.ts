import { sealedImports } from './imports/staged-rows.ts';
import type { SealedTable } from './platform/database/reseal-rows.ts';
import { sealedVoicemails } from './voicemail/sealed-content.ts';
import { sealedWebhooks } from './webhooks/webhook-work.ts';

/** Everything of clinics that is sealed. What is missing here stays sealed with the former key when that is changed. */
export const sealedTables: readonly SealedTable[] = [sealedVoicemails, ...sealedImports, sealedWebhooks];
