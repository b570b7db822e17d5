import { Liquid, LiquidError } from 'liquidjs';
import type { TemplateFault } from './template-views.ts';
import {
  exampleValues,
  isKnownVariable,
  type TemplateAbout,
  type VariableValues,
} from './template-variables.ts';

const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  // An optional value may be asked for by "if".
  lenientIf: true,
  templates: {},
  parseLimit: 20_000,
  renderLimit: 200,
  memoryLimit: 1_000_000,
});
// A text is one text: nothing is read from elsewhere, and nothing is counted from one message to the next.
for (const tag of ['include', 'render', 'layout', 'block', 'increment', 'decrement', 'tablerow', 'cycle'])
  delete engine.tags[tag];

/** What keeps a text from being filled in for anybody. */
export type TextFault = Extract<TemplateFault, { fault: 'unknown-variable' } | { fault: 'cannot-be-read' }>;

const faultOf = (error: unknown): TextFault => {
  if (!(error instanceof LiquidError)) throw error;
  const [detail] = error.message.split(/, (?:file|line):/u);
  return { fault: 'cannot-be-read', line: error.token?.getPosition()[0] ?? 1, detail: detail! };
};

/** Deeper than anybody writes. What the names in `a[b[c[…]]]` are takes the engine seconds to find, and nobody else is served meanwhile. */
const deepestBrackets = 5;

const isTangled = (text: string): boolean => {
  let depth = 0;
  for (const [sign] of text.matchAll(/[[\]]/gu)) {
    depth = sign === '[' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepestBrackets) return true;
  }
  return false;
};

/** Everything that keeps this text from being filled in; an empty list for a good one. */
export const checkTemplate = (text: string, about: TemplateAbout, language: 'en' | 'de'): TextFault[] => {
  if (isTangled(text)) return [{ fault: 'cannot-be-read', line: 1, detail: 'too many brackets' }];
  try {
    const parsed = engine.parse(text);
    const unknown = engine.globalFullVariablesSync(parsed).filter((path) => !isKnownVariable(path, about));
    if (unknown.length > 0)
      return [...new Set(unknown)].map((variable) => ({ fault: 'unknown-variable', variable }));
    // What workflows hand on is not known here, so a text that uses it is not tried out.
    if (!text.includes('workflow.')) engine.renderSync(parsed, exampleValues(about, language));
    return [];
  } catch (error) {
    return [faultOf(error)];
  }
};

/** The variables that a text names, once each; none for one that cannot be read. */
export const variablesIn = (text: string): string[] => {
  if (isTangled(text)) return [];
  try {
    return [...new Set(engine.globalFullVariablesSync(engine.parse(text)))];
  } catch (error) {
    if (error instanceof LiquidError) return [];
    throw error;
  }
};

const tidy = (text: string): string =>
  text
    .replaceAll(/[ \t]+/gu, ' ')
    .replaceAll(/ ?\n ?/gu, '\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();

/** @returns null when a variable is missing: a message with a hole in it is not sent */
export const fillTemplate = (text: string, values: VariableValues): string | null => {
  try {
    return tidy(engine.parseAndRenderSync(text, values) as string);
  } catch (error) {
    if (error instanceof LiquidError) return null;
    throw error;
  }
};
