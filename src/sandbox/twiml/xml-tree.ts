import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An XML element; its content keeps the order of texts and elements. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly (string | XmlElement)[];
};

// What the parser makes: a list of objects, each one name with its content, and perhaps attributes.
type OrderedNode = { readonly [name: string]: OrderedNode[] | string | Record<string, string> };

const ATTRIBUTES = ':@';
const TEXT = '#text';
const CDATA = '#cdata';

// Values stay strings: "0012" is a row of digits, not the number 12.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: CDATA,
});

/** The root element of a document, or one line saying why it is no XML document. */
export function readXml(source: string): { ok: true; root: XmlElement } | { ok: false; reason: string } {
  const text = source.replace(/^\uFEFF/, '').trim();
  if (text === '') return { ok: false, reason: 'The document is empty.' };
  const valid = XMLValidator.validate(text);
  if (valid !== true) return { ok: false, reason: `Line ${valid.err.line}: ${valid.err.msg}` };
  try {
    const nodes: OrderedNode[] = parser.parse(text);
    const roots = contentOf(nodes).filter((part) => typeof part !== 'string');
    const root = roots[0];
    if (!root || roots.length > 1) return { ok: false, reason: 'The document must have one root element.' };
    return { ok: true, root };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : 'The document cannot be read.' };
  }
}

function contentOf(nodes: readonly OrderedNode[]): (string | XmlElement)[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES);
    if (!name) return [];
    const inside = node[name];
    if (typeof inside === 'string') return name === TEXT ? [inside] : [];
    const content = Array.isArray(inside) ? contentOf(inside) : [];
    if (name === CDATA) return content;
    const attributes = node[ATTRIBUTES];
    const named = typeof attributes === 'object' && !Array.isArray(attributes) ? attributes : {};
    return [{ name, attributes: named, content }];
  });
}

/** The elements directly inside an element. */
export function childElements(element: XmlElement): XmlElement[] {
  return element.content.filter((part) => typeof part !== 'string');
}

/** The text directly inside an element, white space collapsed. */
export function ownText(element: XmlElement): string {
  return collapse(element.content.filter((part) => typeof part === 'string').join(''));
}

/** All text inside an element, that of nested elements (such as SSML) included, white space collapsed. */
export function wholeText(element: XmlElement): string {
  return collapse(joined(element));
}

function joined(element: XmlElement): string {
  return element.content.map((part) => (typeof part === 'string' ? part : joined(part))).join('');
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
