export const API_VERSION = '2010-04-01';

/** The path of a resource, without `.json`: /2010-04-01/Accounts/AC…/Calls/CA… */
export const resourcePath = (accountSid: string, ...parts: readonly string[]): string =>
  ['', API_VERSION, 'Accounts', accountSid, ...parts].join('/');
