const write = (directives: Record<string, string[]>): string =>
  Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');

/** For everything that is not a page: a browser that shows it may do nothing with it. */
export const apiPolicy = write({ 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] });

/**
 * For the portal's pages: scripts and styles of our own build only, by nonce.
 * @param carrierSources where the softphone connects to, e.g. `wss://*.twilio.com`
 */
export const pagePolicy = (nonce: string, carrierSources: readonly string[]): string =>
  write({
    'default-src': ["'self'"],
    'base-uri': ["'none'"],
    'connect-src': ["'self'", ...carrierSources],
    'font-src': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'img-src': ["'self'", 'data:'],
    'media-src': [
      "'self'",
      'blob:',
      'data:',
      ...carrierSources.filter((source) => source.startsWith('http')),
    ],
    'object-src': ["'none'"],
    'script-src': ["'self'", `'nonce-${nonce}'`],
    'script-src-attr': ["'none'"],
    'style-src': ["'self'", `'nonce-${nonce}'`],
  });

/** For the API documentation: its own files, and the inline styles that Swagger UI sets on its elements. */
export const documentationPolicy = write({
  'default-src': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
});
