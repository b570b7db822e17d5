import { telephoneRate, telephoneWav } from '../../calls/rules/telephone-wav.ts';

const hertz = 220;

/** A second in which a low tone is hardly heard, as a WAV file: something to listen to, no words. */
export const quietSecond = (): Uint8Array =>
  telephoneWav(telephoneRate, (index) => 200 * Math.sin((2 * Math.PI * hertz * index) / telephoneRate));
