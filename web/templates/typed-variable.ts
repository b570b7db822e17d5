/** What stands between `{{` and the cursor. */
export interface TypedVariable {
  /** where the `{{` begins */
  from: number;
  /** what is typed of the name so far */
  word: string;
}

/** @returns null when no variable is being typed where the cursor stands */
export const typedVariable = (text: string, cursor: number): TypedVariable | null => {
  const typed = /\{\{\s*([\p{L}\d_.]*)$/u.exec(text.slice(0, cursor));
  return typed === null ? null : { from: typed.index, word: typed[1] ?? '' };
};

/** Puts the variable in place of what stands from `from` to `to`, and says where the cursor goes. */
export const withVariable = (
  text: string,
  { from, to }: { from: number; to: number },
  name: string,
): { text: string; cursor: number } => {
  const head = `${text.slice(0, from)}{{ ${name} }}`;
  // Whoever writes inside of braces that are closed already does not want them twice.
  const rest = text.slice(to).replace(/^[\w.]*\s*\}\}/, '');
  return { text: head + rest, cursor: head.length };
};

/** Those whose name or words hold what was typed. */
export const matching = <Offered extends { name: string; label: string }>(
  offered: readonly Offered[],
  word: string,
): Offered[] => {
  const wanted = word.toLowerCase();
  return offered.filter(({ name, label }) => name.includes(wanted) || label.toLowerCase().includes(wanted));
};
