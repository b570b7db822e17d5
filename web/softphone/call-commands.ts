import { clinicPath, request } from '../platform/request.ts';

/** What the server does with a call under way. Each answers at once; the result comes as a live update. */

const callPath = (clinicId: string, callId: string, what: string): string =>
  clinicPath(clinicId, `calls/${encodeURIComponent(callId)}/${what}`);

/** Rings this person's softphone first, then dials `to` (E.164). */
export const startCall = (clinicId: string, to: string, voicemailId?: string): Promise<{ callId: string }> =>
  request(clinicPath(clinicId, 'calls'), {
    method: 'POST',
    body: voicemailId === undefined ? { to } : { to, voicemailId },
  });

export const holdCall = (clinicId: string, callId: string): Promise<unknown> =>
  request(callPath(clinicId, callId, 'hold'), { method: 'PUT', body: {} });

export const resumeCall = (clinicId: string, callId: string): Promise<unknown> =>
  request(callPath(clinicId, callId, 'hold'), { method: 'DELETE' });

export type TransferTarget = { staffId: string } | { departmentId: string };

export const transferCall = (clinicId: string, callId: string, target: TransferTarget): Promise<unknown> =>
  request(callPath(clinicId, callId, 'transfer'), { method: 'POST', body: target });
