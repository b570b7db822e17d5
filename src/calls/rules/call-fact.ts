import type { RingTarget } from '../../routing/rules/decide-ring.ts';
import type { LegStatus } from '../../ports/carrier/leg-status.ts';
import type { Via } from './call-state.ts';

/** Everything that can happen to a call, each from one webhook or one click. */
export type CallFact =
  | { fact: 'incoming' }
  /** `digits` '' = silence */
  | { fact: 'keys'; digits: string }
  | { fact: 'assistant-asked' }
  /** the carrier asks where to go: after a redirect, a transfer, or a round of waiting music */
  | { fact: 'route-asked'; digits: string }
  | { fact: 'voicemail-asked' }
  /** the outbound call's first leg was answered; `digits` null = not asked yet */
  | { fact: 'outbound-answered'; digits: string | null }
  /** an errand's call was answered. `by` null: the carrier did not say by what */
  | { fact: 'script-asked'; by: 'person' | 'machine' | null }
  /** a key while an errand's choices are offered; '' = silence. `mayConfirm`: its appointment can be confirmed as it stands */
  | { fact: 'errand-keys'; digits: string; mayConfirm: boolean }
  /** `bridged` null: the carrier did not say. `callerGone`: the asking leg itself is over */
  | {
      fact: 'dial-ended';
      status: string;
      bridged: boolean | null;
      legSid: string | null;
      asker: 'customer' | 'staff';
      callerGone: boolean;
    }
  | { fact: 'queue-left'; result: string; callerGone: boolean }
  /** `turn`: of the document that made this leg ring, so that a late callback of an earlier round is known as such */
  | { fact: 'staff-leg'; legSid: string; staffId: string; via: Via; status: LegStatus; turn: number | null }
  | { fact: 'customer-leg'; legSid: string; status: LegStatus }
  | { fact: 'whisper-answered'; legSid: string; staffId: string; digits: string }
  | { fact: 'recording'; recordingSid: string; seconds: number; callerGone: boolean }
  /** progress of the call's first leg */
  | { fact: 'call-progress'; status: LegStatus }
  | { fact: 'transfer-asked'; byStaffId: string; target: RingTarget }
  | { fact: 'hold-asked'; byStaffId: string }
  | { fact: 'resume-asked'; byStaffId: string }
  | { fact: 'hang-up-asked'; byStaffId: string }
  /** a staff member got free, and this is the caller who waits longest */
  | { fact: 'somebody-free' }
  /** the carrier wants a document that changes nothing */
  | { fact: 'whisper-asked'; staffId: string }
  | { fact: 'document-asked'; which: 'hold-staff' | 'hold-customer' | 'take-back' }
  /** the staff member's way back to a caller on hold is over; `bridged` false: they did not find the caller */
  | { fact: 'staff-left'; bridged: boolean }
  /** the carrier could not get its last document and asks the fallback address */
  | { fact: 'trouble' };
