/** What people call an address by; all of it may hold a password. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
