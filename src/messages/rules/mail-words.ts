/** Where a text has addresses: they become links. */
const address = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/gu;

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const linked = (line: string): string => {
  let html = '';
  let from = 0;
  for (const match of line.matchAll(address)) {
    const [url] = match;
    html += `${escapeHtml(line.slice(from, match.index))}<a href="${escapeHtml(url)}">${escapeHtml(url)}</a>`;
    from = match.index + url.length;
  }
  return html + escapeHtml(line.slice(from));
};

/** A text as paragraphs of HTML: nothing in it can be a tag. */
export const paragraphs = (text: string): string =>
  text
    .trim()
    .split(/\n{2,}/u)
    .map((part) => `<p style="margin:0 0 16px">${part.split('\n').map(linked).join('<br>')}</p>`)
    .join('');
