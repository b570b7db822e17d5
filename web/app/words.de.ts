import { accountsDe } from '../accounts/accounts.de.ts';
import { appointmentsDe } from '../appointments/appointments.de.ts';
import { callsDe } from '../calls/calls.de.ts';
import { problemsDe } from '../platform/problems.de.ts';
import { softphoneDe } from '../softphone/softphone.de.ts';
import { staffDe } from '../staff/staff.de.ts';
import { uiDe } from '../ui/ui.de.ts';
import { voicemailDe } from '../voicemail/voicemail.de.ts';
import { frameDe } from './frame.de.ts';

export const wordsDe = {
  accounts: accountsDe,
  appointments: appointmentsDe,
  calls: callsDe,
  frame: frameDe,
  problems: problemsDe,
  softphone: softphoneDe,
  staff: staffDe,
  ui: uiDe,
  voicemail: voicemailDe,
};
