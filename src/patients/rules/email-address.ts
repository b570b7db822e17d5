import { z } from 'zod';

/**
 * One address, in the letters of any language ("jörg@müller.de"). Nothing in it that mail programs part lists or names
 * by: it would be sent to somebody else as well.
 */
const oneAddress =
  /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(\.[^\s@<>()[\],;:"\\.]+)*\.[^\s@<>()[\],;:"\\.]{2,}$/u;
const longest = 254;

/** As people type it, and as it arrives from other systems. */
export const emailAddressSchema = z.email({ pattern: oneAddress }).max(longest);
