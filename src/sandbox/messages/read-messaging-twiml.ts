import { childElements, ownText, readXml, type XmlElement } from '../twiml/xml-tree.ts';

export type MessagingVerb =
  | {
      readonly verb: 'Message';
      readonly body: string;
      readonly to: string | null;
      readonly from: string | null;
      readonly statusCallback: string | null;
    }
  | { readonly verb: 'Redirect'; readonly url: string; readonly method: 'GET' | 'POST' };

export type MessagingTwiml =
  | { readonly ok: true; readonly verbs: readonly MessagingVerb[]; readonly unknown: readonly string[] }
  | { readonly ok: false; readonly message: string };

/** Reads the answer to an incoming message. Verbs it does not know are named, and passed over. */
export function readMessagingTwiml(text: string): MessagingTwiml {
  // A customer that has nothing to say may answer with nothing.
  if (text.trim() === '') return { ok: true, verbs: [], unknown: [] };
  const xml = readXml(text);
  if (!xml.ok) return { ok: false, message: xml.reason };
  if (xml.root.name !== 'Response') return { ok: false, message: `The root element is <${xml.root.name}>` };
  const elements = childElements(xml.root);
  return {
    ok: true,
    verbs: elements.flatMap((element) => verbOf(element) ?? []),
    unknown: elements.filter((element) => !verbOf(element)).map((element) => element.name),
  };
}

function verbOf(element: XmlElement): MessagingVerb | null {
  const { attributes } = element;
  if (element.name === 'Redirect') {
    return {
      verb: 'Redirect',
      url: ownText(element),
      method: attributes['method'] === 'GET' ? 'GET' : 'POST',
    };
  }
  if (element.name !== 'Message' && element.name !== 'Sms') return null;
  return {
    verb: 'Message',
    body: bodyOf(element),
    to: attributes['to'] ?? null,
    from: attributes['from'] ?? null,
    // `action` is the older name of the same attribute.
    statusCallback: attributes['statusCallback'] ?? attributes['action'] ?? null,
  };
}

/** The words are in `<Body>`, or directly in the verb; line breaks are part of a message. */
function bodyOf(element: XmlElement): string {
  const inner = childElements(element).find((child) => child.name === 'Body') ?? element;
  return inner.content
    .filter((part) => typeof part === 'string')
    .join('')
    .trim();
}
