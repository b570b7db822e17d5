import type { Handset, Role } from './handset.ts';
import { request, upload } from './request.ts';

/** What a person does at a telephone, as requests to the sandbox. */

type HandsetDetails = {
  readonly name: string;
  readonly role: Role;
  readonly clinic?: string;
  readonly language?: string;
  readonly email?: string;
};

const at = (number: string, action = ''): string => `/handsets/${encodeURIComponent(number)}${action}`;

export const getHandset = (number: string): Promise<Handset> => request('GET', at(number));
export const putHandset = (number: string, details: HandsetDetails): Promise<Handset> =>
  request('PUT', at(number), details);
export const removeHandset = (number: string): Promise<void> => request('DELETE', at(number));

export const dial = (number: string, to: string): Promise<{ callSid: string }> =>
  request('POST', at(number, '/dial'), { to });
export const answer = (number: string): Promise<void> => request('POST', at(number, '/answer'), {});
export const decline = (number: string): Promise<void> => request('POST', at(number, '/decline'), {});
export const hangUp = (number: string): Promise<void> => request('POST', at(number, '/hangup'), {});
export const pressKeys = (number: string, digits: string): Promise<void> =>
  request('POST', at(number, '/keys'), { digits });
export const say = (number: string, words: string): Promise<void> =>
  request('POST', at(number, '/say'), { words });
export const uploadRecording = (number: string, callSid: string, wav: Blob): Promise<void> =>
  upload(at(number, `/audio?callSid=${encodeURIComponent(callSid)}`), wav);
export const sendMessage = (number: string, to: string, body: string): Promise<unknown> =>
  request('POST', at(number, '/messages'), { to, body });
