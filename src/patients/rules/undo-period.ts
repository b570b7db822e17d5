export const undoDays = 30;
/** So long a merge can be taken apart. */
export const undoPeriod = { hours: undoDays * 24 };
