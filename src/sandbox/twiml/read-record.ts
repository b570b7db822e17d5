import { Attributes, type Warning } from './attributes.ts';
import type { RecordMessage } from './verb.ts';
import type { XmlElement } from './xml-tree.ts';

const ANY_KEY = '1234567890*#';

export function readRecord(element: XmlElement, warnings: Warning[]): RecordMessage {
  const attributes = new Attributes(element, warnings).accept('transcribe');
  const action = attributes.text('action');
  const record: RecordMessage = {
    verb: 'Record',
    action: action === null || action.trim() === '' ? null : action.trim(),
    method: attributes.method(),
    timeout: attributes.number('timeout', 5, { min: 0, max: 14_400 }),
    finishOnKey: attributes.text('finishOnKey') ?? ANY_KEY,
    maxLength: attributes.number('maxLength', 3600, { min: 1, max: 14_400 }),
    playBeep: attributes.flag('playBeep', true),
    trimSilence: attributes.oneOf('trim', ['trim-silence', 'do-not-trim'], 'trim-silence') === 'trim-silence',
    recordingStatus: attributes.recordingSubscription(),
    transcribeCallback: attributes.text('transcribeCallback'),
  };
  attributes.finish();
  return record;
}
