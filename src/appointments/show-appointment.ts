import type { ClinicTransaction } from '../platform/database/database.ts';
import { selectAppointment } from './appointment-book.store.ts';
import type { AppointmentView } from './rules/appointment-views.ts';

export const showAppointment = (trx: ClinicTransaction, id: string): Promise<AppointmentView | null> =>
  selectAppointment(trx, id);
