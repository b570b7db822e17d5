import { Attributes, type Warning } from './attributes.ts';
import type { Dial, DialQueue, DialRecording, DialTarget } from './verb.ts';
import { childElements, ownText, wholeText, type XmlElement } from './xml-tree.ts';

const RECORDINGS = [
  'do-not-record',
  'record-from-answer',
  'record-from-ringing',
  'record-from-answer-dual',
  'record-from-ringing-dual',
  'true',
  'false',
] as const;
const MAX_TARGETS = 10;

export function readDial(element: XmlElement, warnings: Warning[]): Dial {
  const attributes = new Attributes(element, warnings).accept(
    'ringTone',
    'trim',
    'referUrl',
    'referMethod',
    'events',
  );
  const record = attributes.oneOf('record', RECORDINGS, 'do-not-record');
  const children = childElements(element);
  const queueElement = children.find((child) => child.name === 'Queue');
  const dial: Dial = {
    verb: 'Dial',
    targets: targetsOf(element, children, warnings),
    queue: queueElement ? readQueue(queueElement, warnings) : null,
    action: attributes.request('action', 'method'),
    timeout: attributes.number('timeout', 30, { min: 1, max: 600 }),
    timeLimit: attributes.number('timeLimit', 14_400, { min: 1, max: 86_400 }),
    callerId: attributes.text('callerId'),
    answerOnBridge: attributes.flag('answerOnBridge', false),
    sequential: attributes.flag('sequential', false),
    hangupOnStar: attributes.flag('hangupOnStar', false),
    record: recordingOf(record),
    recordingChannels: record.endsWith('-dual') ? 2 : 1,
    recordingStatus: attributes.recordingSubscription(),
  };
  attributes.finish();
  return dial;
}

function recordingOf(value: (typeof RECORDINGS)[number]): DialRecording {
  if (value === 'do-not-record' || value === 'false') return 'do-not-record';
  return value.startsWith('record-from-ringing') ? 'record-from-ringing' : 'record-from-answer';
}

function targetsOf(dial: XmlElement, children: readonly XmlElement[], warnings: Warning[]): DialTarget[] {
  const plain = ownText(dial);
  const targets = children.flatMap((child) => readTarget(child, warnings));
  if (plain !== '' && targets.length === 0) {
    targets.push({ kind: 'number', number: plain, sendDigits: null, whisper: null, status: null });
  }
  if (targets.length > MAX_TARGETS) {
    warnings.push({ code: 12200, message: `<Dial>: only the first ${MAX_TARGETS} are dialled` });
  }
  return targets.slice(0, MAX_TARGETS);
}

function readTarget(element: XmlElement, warnings: Warning[]): DialTarget[] {
  if (element.name === 'Queue') return [];
  if (!['Number', 'Client', 'Sip'].includes(element.name)) {
    warnings.push({ code: 12200, message: `<${element.name}> may not stand inside <Dial> here` });
    return [];
  }
  const attributes = new Attributes(element, warnings).accept('byoc', 'username', 'password');
  for (const name of Object.keys(element.attributes)) {
    if (name.startsWith('machineDetection') || name.startsWith('amdStatusCallback')) attributes.accept(name);
  }
  const callee = {
    whisper: attributes.request('url', 'method'),
    status: attributes.statusSubscription(['completed']),
  };
  const sendDigits = element.name === 'Number' ? attributes.text('sendDigits') : null;
  attributes.finish();
  if (element.name === 'Number') return [{ kind: 'number', number: ownText(element), sendDigits, ...callee }];
  if (element.name === 'Sip') return [{ kind: 'sip', uri: ownText(element), ...callee }];
  return [{ kind: 'client', ...readClient(element), ...callee }];
}

function readClient(element: XmlElement): { identity: string; parameters: Record<string, string> } {
  const children = childElements(element);
  const identity = children.find((child) => child.name === 'Identity');
  return { identity: identity ? wholeText(identity) : ownText(element), parameters: parametersOf(children) };
}

/** `<Parameter name="" value="">` elements as an object. */
export function parametersOf(elements: readonly XmlElement[]): Record<string, string> {
  const parameters = elements.filter((child) => child.name === 'Parameter');
  return Object.fromEntries(parameters.map(({ attributes: a }) => [a['name'] ?? '', a['value'] ?? '']));
}

function readQueue(element: XmlElement, warnings: Warning[]): DialQueue {
  const attributes = new Attributes(element, warnings).accept('reservationSid', 'postWorkActivitySid');
  const announcement = attributes.request('url', 'method');
  attributes.finish();
  return { name: ownText(element), announcement };
}
