import { accountsEn } from '../accounts/accounts.en.ts';
import { appointmentsEn } from '../appointments/appointments.en.ts';
import { callsEn } from '../calls/calls.en.ts';
import { problemsEn } from '../platform/problems.en.ts';
import { softphoneEn } from '../softphone/softphone.en.ts';
import { staffEn } from '../staff/staff.en.ts';
import { uiEn } from '../ui/ui.en.ts';
import { voicemailEn } from '../voicemail/voicemail.en.ts';
import { frameEn } from './frame.en.ts';

/** What every page needs. The words of a page alone are in `page-words.ts`. */
export const wordsEn = {
  accounts: accountsEn,
  appointments: appointmentsEn,
  calls: callsEn,
  frame: frameEn,
  problems: problemsEn,
  softphone: softphoneEn,
  staff: staffEn,
  ui: uiEn,
  voicemail: voicemailEn,
};
