import { inClinic } from '../platform/database/database.ts';
import { EmailError } from '../ports/email/email.port.ts';
import { writeNotice } from './rules/voicemail-notice.ts';
import type { VoicemailDependencies } from './voicemail-work.ts';
import { markNotified, selectForNotice } from './voicemail.store.ts';

/**
 * Tells the department, or else the clinic, by e-mail that there is a voicemail. After a crash between sending and
 * noting it, the same message goes out again under the same Message-ID: better twice than never.
 * @throws EmailError to be run again later
 */
export const sendNotice = async (
  deps: VoicemailDependencies,
  { clinicId, voicemailId }: { clinicId: string; voicemailId: string },
): Promise<void> => {
  const notice = await inClinic(deps.database, clinicId, (trx) => selectForNotice(trx, voicemailId));
  if (notice === null || notice.notified || notice.address === null) return;
  const link = `${await deps.portalUrl()}/voicemail/${voicemailId}`;
  try {
    const message = {
      to: notice.address,
      key: `voicemail:${voicemailId}`,
      ...writeNotice({ ...notice, link }),
    };
    await deps.email.send(message);
  } catch (error) {
    if (!(error instanceof EmailError && error.failure === 'never')) throw error;
    deps.log.warn(
      { clinicId, voicemailId, code: error.code },
      'voicemail notice was refused; check the address',
    );
    return;
  }
  await inClinic(deps.database, clinicId, (trx) => markNotified(trx, voicemailId, deps.clock.now()));
};
