/** A text of a template taken apart for reading: words, places that are filled in, and what stands there only sometimes. */
export type TemplatePart =
  | { is: 'words'; text: string }
  | { is: 'variable'; name: string }
  /** name null: a condition that names no variable */
  | { is: 'if'; name: string | null }
  | { is: 'else' }
  | { is: 'end' };

const placeOrTag = /(\{\{[^}]*\}\}|\{%[^%]*%\})/;
const path = /[a-z_]+(?:\.[a-z_]+)+/;

const partOf = (text: string): TemplatePart => {
  const name = path.exec(text)?.[0] ?? null;
  if (text.startsWith('{{') && text.endsWith('}}') && name !== null) return { is: 'variable', name };
  if (!text.startsWith('{%') || !text.endsWith('%}')) return { is: 'words', text };
  const tag = /[a-z]+/.exec(text)?.[0] ?? '';
  if (tag.startsWith('end')) return { is: 'end' };
  return tag === 'else' ? { is: 'else' } : { is: 'if', name };
};

/** Never fails: what is no place to fill in, or not finished yet, is words. */
export const templateParts = (text: string): TemplatePart[] =>
  text
    .split(placeOrTag)
    .filter((part) => part !== '')
    .map(partOf);

/** What is read when everything asked for is there: the ways that are taken instead are left out. */
export const fullestParts = (text: string): TemplatePart[] => {
  const ways: ('if' | 'else')[] = [];
  return templateParts(text).flatMap((part) => {
    if (part.is === 'if') ways.push('if');
    else if (part.is === 'else') ways.splice(-1, 1, 'else');
    else if (part.is === 'end') ways.pop();
    else if (!ways.includes('else')) return [part];
    return [];
  });
};
