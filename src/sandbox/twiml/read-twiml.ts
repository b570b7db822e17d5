import { Attributes, type Warning } from './attributes.ts';
import { readConnect } from './read-connect.ts';
import { readDial } from './read-dial.ts';
import { readGather } from './read-gather.ts';
import { readPause, readPlay, readSay } from './read-prompts.ts';
import { readRecord } from './read-record.ts';
import type { Enqueue, Sms, Verb } from './verb.ts';
import { childElements, ownText, readXml, wholeText, type XmlElement } from './xml-tree.ts';

export type Twiml =
  | { readonly ok: true; readonly verbs: readonly Verb[]; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly code: number; readonly message: string };

const DOCUMENT_PARSE_FAILURE = 12100;
const SCHEMA_WARNING = 12200;

/**
 * Reads a call document. A document that is not XML with the root `<Response>` cannot be carried out; an
 * unknown verb or attribute is noted and passed over, as the carrier does.
 */
export function readTwiml(source: string): Twiml {
  const xml = readXml(source);
  if (!xml.ok) return { ok: false, code: DOCUMENT_PARSE_FAILURE, message: xml.reason };
  if (xml.root.name !== 'Response') {
    const message = `The root element is <${xml.root.name}>, not <Response>.`;
    return { ok: false, code: DOCUMENT_PARSE_FAILURE, message };
  }
  const warnings: Warning[] = [];
  if (ownText(xml.root) !== '')
    warnings.push({ code: SCHEMA_WARNING, message: '<Response>: text outside a verb' });
  const verbs = childElements(xml.root).flatMap((element) => readVerb(element, warnings));
  return { ok: true, verbs, warnings };
}

const readers: Record<string, (element: XmlElement, warnings: Warning[]) => readonly Verb[]> = {
  Say: (element, warnings) => [readSay(element, warnings)],
  Play: (element, warnings) => [readPlay(element, warnings)],
  Pause: (element, warnings) => [readPause(element, warnings)],
  Gather: (element, warnings) => [readGather(element, warnings)],
  Dial: (element, warnings) => [readDial(element, warnings)],
  Record: (element, warnings) => [readRecord(element, warnings)],
  Connect: readConnect,
  Enqueue: (element, warnings) => [readEnqueue(element, warnings)],
  Sms: (element, warnings) => [readSms(element, warnings)],
  Hangup: () => [{ verb: 'Hangup' }],
  Leave: () => [{ verb: 'Leave' }],
  Redirect: (element, warnings) => {
    const attributes = new Attributes(element, warnings);
    const method = attributes.method();
    attributes.finish();
    return [{ verb: 'Redirect', url: ownText(element), method }];
  },
  Reject: (element, warnings) => {
    const attributes = new Attributes(element, warnings);
    const reason = attributes.oneOf('reason', ['rejected', 'busy'], 'rejected');
    attributes.finish();
    return [{ verb: 'Reject', reason }];
  },
};

function readVerb(element: XmlElement, warnings: Warning[]): readonly Verb[] {
  const read = Object.hasOwn(readers, element.name) ? readers[element.name] : undefined;
  if (read) return read(element, warnings);
  warnings.push({ code: SCHEMA_WARNING, message: `<${element.name}> is not a verb that is known` });
  return [];
}

function readEnqueue(element: XmlElement, warnings: Warning[]): Enqueue {
  const attributes = new Attributes(element, warnings).accept('workflowSid');
  const action = attributes.request('action', 'method');
  const wait = attributes.request('waitUrl', 'waitUrlMethod');
  attributes.finish();
  return { verb: 'Enqueue', queue: ownText(element), action, wait };
}

function readSms(element: XmlElement, warnings: Warning[]): Sms {
  const attributes = new Attributes(element, warnings);
  const sms: Sms = {
    verb: 'Sms',
    body: wholeText(element),
    to: attributes.text('to'),
    from: attributes.text('from'),
    action: attributes.request('action', 'method'),
    statusCallback: attributes.text('statusCallback'),
  };
  attributes.finish();
  return sms;
}
