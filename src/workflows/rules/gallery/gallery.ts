import { appointmentReminderCall } from './appointment-reminder-call.ts';
import { appointmentReminders } from './appointment-reminders.ts';
import { birthday } from './birthday.ts';
import { emergencyCall } from './emergency-call.ts';
import type { GalleryEntry } from './gallery-entry.ts';
import { incomingCallFollowUp } from './incoming-call-follow-up.ts';
import { missedAppointment } from './missed-appointment.ts';
import { missedCall } from './missed-call.ts';
import { newPatientWelcome } from './new-patient-welcome.ts';
import { paymentReminder } from './payment-reminder.ts';
import { postAppointmentCall } from './post-appointment-call.ts';
import { postBondingCare } from './post-bonding-care.ts';
import { postProcedureCheckIn } from './post-procedure-check-in.ts';
import { recall } from './recall.ts';
import { treatmentPlanDiscussion } from './treatment-plan-discussion.ts';

/** Everything that comes with Frontdesk, in the order in which it is shown. */
export const gallery: readonly GalleryEntry[] = [
  incomingCallFollowUp,
  appointmentReminderCall,
  postAppointmentCall,
  missedAppointment,
  treatmentPlanDiscussion,
  emergencyCall,
  postProcedureCheckIn,
  paymentReminder,
  appointmentReminders,
  newPatientWelcome,
  postBondingCare,
  recall,
  missedCall,
  birthday,
];
