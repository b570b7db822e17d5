/** A mail may show itself, but run nothing, load nothing and be shown on no foreign page. */
export const MAIL_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');

const NEW_TAB = '<base target="_blank">';

/** The mail's own HTML, with links that open beside it: inside the frame they would lead nowhere. */
export function mailPage(html: string): string {
  const withHead = html.replace(/<head(\s[^>]*)?>/i, (head) => head + NEW_TAB);
  return withHead === html ? NEW_TAB + html : withHead;
}
