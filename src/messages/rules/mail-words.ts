/** Where a text has addresses: they become links. */
const address = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/gu;

export const addressesIn = (text: string): string[] => [...text.matchAll(address)].map(([url]) => url);

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const linked = (line: string, leadTo: (url: string) => string): string => {
  let html = '';
  let from = 0;
  for (const match of line.matchAll(address)) {
    const [url] = match;
    html += `${escapeHtml(line.slice(from, match.index))}<a href="${escapeHtml(leadTo(url))}">${escapeHtml(url)}</a>`;
    from = match.index + url.length;
  }
  return html + escapeHtml(line.slice(from));
};

/**
 * A text as paragraphs of HTML: nothing in it can be a tag.
 * @param leadTo where a link really leads that is read as this address
 */
export const paragraphs = (text: string, leadTo: (url: string) => string = (url) => url): string =>
  text
    .trim()
    .split(/\n{2,}/u)
    .map(
      (part) =>
        `<p style="margin:0 0 16px">${part
          .split('\n')
          .map((line) => linked(line, leadTo))
          .join('<br>')}</p>`,
    )
    .join('');
