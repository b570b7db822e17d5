import { randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import { listClinicIds } from '../clinics/list-clinic-ids.ts';
import type { Language } from '../clinics/rules/language.ts';
import type { Clock } from '../platform/clock.ts';
import { inClinic, type ClinicTransaction, type Database } from '../platform/database/database.ts';
import { announce } from '../platform/live-updates.ts';
import { deleteUnusedGreetings, insertGreeting } from './greetings.store.ts';
import { readGreetingWave, type GreetingWave } from './rules/greeting-wave.ts';
import type { By } from './save-draft.ts';

type Recorded = { language: Language; transcript: string; bytes: Uint8Array };
type Refusal = Extract<GreetingWave, { ok: false }>;

/** Keeps a recording for callers. Nobody hears it before a document that names it is published. */
export const keepGreeting = async (
  trx: ClinicTransaction,
  { language, transcript, bytes }: Recorded,
  by: By,
): Promise<{ ok: true; id: string; seconds: number } | Refusal> => {
  const wave = readGreetingWave(bytes, transcript);
  if (!wave.ok) return wave;
  const id = randomUUIDv7();
  const { seconds, file } = wave;
  await insertGreeting(trx, { id, language, transcript, seconds, audio: file, ...by });
  await recordAudit(trx, {
    ...by,
    action: 'routing.greeting-recorded',
    subject: { kind: 'greeting', id },
    detail: { language, seconds: Math.round(seconds) },
  });
  await announce(trx, 'routing');
  return { ok: true, id, seconds };
};

/** A take of yesterday that nobody has chosen is not needed any more. */
export const removeUnusedGreetings = async (deps: { database: Database; clock: Clock }): Promise<void> => {
  const before = deps.clock.now().subtract({ hours: 24 });
  for (const clinicId of await listClinicIds(deps.database))
    await inClinic(deps.database, clinicId, (trx) => deleteUnusedGreetings(trx, before));
};
