import { recordAudit } from '../audit/record-audit.ts';
import { showOwnChoices } from '../consent/own-choices.ts';
import { noteUse } from '../links/note-use.ts';
import type { OpenLink } from '../links/open-link.ts';
import { formatPhone } from '../messages/rules/format-phone.ts';
import type { ClinicTransaction } from '../platform/database/database.ts';
import {
  selectClinicFace,
  selectHolder,
  selectLines,
  selectVisits,
  type Holder,
} from './patient-page.store.ts';
import type { PatientPage } from './rules/patient-page-view.ts';

/** Who has a link; null: nobody the clinic still has. */
export const holderOf = (trx: ClinicTransaction, { patientId }: OpenLink): Promise<Holder | null> =>
  patientId === null ? Promise.resolve(null) : selectHolder(trx, patientId);

/** Everything on the page of whoever has the link. That it was opened is written down once for each link. */
export const showPage = async (
  trx: ClinicTransaction,
  link: OpenLink,
  now: Temporal.Instant,
  pushKey: string,
): Promise<PatientPage | null> => {
  const holder = await holderOf(trx, link);
  if (holder === null) return null;
  if (await noteUse(trx, link, now))
    await recordAudit(trx, {
      userId: null,
      at: now,
      action: 'patient.page-opened',
      subject: { kind: 'patient', id: holder.id },
      detail: { messageId: link.messageId },
    });
  const { name, phone, country, timeZone } = await selectClinicFace(trx);
  return {
    clinic: {
      name,
      timeZone,
      phone: phone === null ? null : { number: phone, shown: formatPhone(phone, country) },
    },
    firstName: holder.firstName,
    visits: await selectVisits(trx, holder.id, now),
    messages: await selectLines(trx, holder.id),
    push: { publicKey: pushKey },
    choices: await showOwnChoices(trx, holder.id),
  };
};
