import { mayConfirm } from '../appointments/may-confirm.ts';
import type { OnAppointmentsChanged } from '../appointments/note-appointment-change.ts';
import { setAppointmentStatus } from '../appointments/set-appointment-status.ts';
import type { ErrandDesk } from '../calls/apply-fact.ts';
import { optOut } from '../consent/opt-out.ts';
import { endOrders } from './end-orders.ts';

/** What a call that the clinic makes by itself changes, in the transaction of the webhook that says so. */
export const createErrandDesk = (onAppointmentsChanged: OnAppointmentsChanged): ErrandDesk => ({
  mayConfirm,
  async carryOut(trx, call, effect, now) {
    switch (effect.effect) {
      case 'confirm-appointment': {
        const change = { status: 'confirmed', revision: null } as const;
        await setAppointmentStatus(
          trx,
          effect.appointmentId,
          change,
          { userId: null, at: now },
          onAppointmentsChanged,
        );
        return;
      }
      case 'call-no-more':
        await optOut(
          trx,
          {
            patientId: call.patientId,
            address: call.toNumber,
            channel: 'call',
            purpose: null,
            how: 'key-press',
            userId: null,
          },
          now,
        );
        return;
      case 'errand-over': {
        const { orderId, outcome, reason } = effect;
        await endOrders(trx, [{ id: orderId, status: 'over', outcome, reason }], now);
      }
    }
  },
});
