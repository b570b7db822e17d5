/** A moment as the carrier writes it, e.g. `Sat, 21 Nov 2026 10:00:00 +0000`. */
export const rfc2822 = (ms: number): string => new Date(ms).toUTCString().replace('GMT', '+0000');

/** The same, where the moment may not have come. */
export const rfc2822OrNull = (ms: number | null): string | null => (ms === null ? null : rfc2822(ms));
