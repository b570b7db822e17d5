export const looksLikeXml = (text: string): boolean => /^\s*<[?A-Za-z]/.test(text);

/** One element a line, indented by its depth. For reading only: what cannot be told apart stays as it is. */
export function indentXml(xml: string): string {
  let depth = 0;
  const lines = xml.trim().replace(/>\s*</g, '>\n<').split('\n');
  const indented = lines.map((line) => {
    if (line.startsWith('</')) depth = Math.max(0, depth - 1);
    const text = '  '.repeat(depth) + line;
    if (opensOnly(line)) depth += 1;
    return text;
  });
  return indented.join('\n');
}

/** An opening tag whose closing tag is on a later line. */
const opensOnly = (line: string): boolean => /^<[A-Za-z][^>]*[^/>]>$|^<[A-Za-z]>$/.test(line);
