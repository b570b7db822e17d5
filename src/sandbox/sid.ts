import { randomBytes } from 'node:crypto';

export type SidPrefix = 'AC' | 'CA' | 'SM' | 'RE' | 'PN' | 'QU' | 'TR' | 'VX';

/** A fresh identifier in the carrier's form: two letters for the kind, 32 hexadecimal digits. */
export const newSid = (prefix: SidPrefix): string => prefix + randomBytes(16).toString('hex');
