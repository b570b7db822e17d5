/** E.164, as the server wants it. */
export const isNumber = (typed: string): boolean => /^\+[1-9][0-9]{4,14}$/.test(typed);
