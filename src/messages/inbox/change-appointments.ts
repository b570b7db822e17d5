import type { OnAppointmentsChanged } from '../../appointments/note-appointment-change.ts';
import { setAppointmentStatus } from '../../appointments/set-appointment-status.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import type { ReplyDecision } from '../rules/decide-reply.ts';

export type AppointmentHook = { onAppointmentsChanged: OnAppointmentsChanged };

/**
 * Confirms and cancels what a reply says.
 * @returns what is so now; `refused`: one of them was already over or checked in, which a person has to look at
 */
export const changeAppointments = async (
  { onAppointmentsChanged }: AppointmentHook,
  trx: ClinicTransaction,
  { confirm, cancel }: Pick<ReplyDecision, 'confirm' | 'cancel'>,
  at: Temporal.Instant,
): Promise<{ confirm: string[]; cancel: string[]; refused: boolean }> => {
  const by = { userId: null, at };
  const set = async (ids: readonly string[], status: 'confirmed' | 'cancelled'): Promise<string[]> => {
    const done: string[] = [];
    for (const id of ids.toSorted()) {
      const change = { status, cancelledBy: 'patient', revision: null } as const;
      const { ok } = await setAppointmentStatus(trx, id, change, by, onAppointmentsChanged);
      if (ok) done.push(id);
    }
    return done;
  };
  const confirmed = await set(confirm, 'confirmed');
  const cancelled = await set(cancel, 'cancelled');
  const refused = confirmed.length + cancelled.length < confirm.length + cancel.length;
  return { confirm: confirmed, cancel: cancelled, refused };
};
