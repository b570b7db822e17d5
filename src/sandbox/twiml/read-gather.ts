import { Attributes, type Warning } from './attributes.ts';
import { readPrompts } from './read-prompts.ts';
import type { Gather } from './verb.ts';
import { childElements, type XmlElement } from './xml-tree.ts';

export function readGather(element: XmlElement, warnings: Warning[]): Gather {
  const attributes = new Attributes(element, warnings).accept(
    'hints',
    'profanityFilter',
    'speechModel',
    'enhanced',
    'debug',
  );
  const input = attributes.text('input') ?? 'dtmf';
  const kinds = input.split(/[\s,]+/);
  const speech = kinds.includes('speech');
  const timeoutText = attributes.text('timeout');
  const timeout = timeoutText === 'auto' ? 5 : attributes.number('timeout', 5, { min: 0, max: 14_400 });
  const method = attributes.method();
  const action = attributes.text('action');
  const gather: Gather = {
    verb: 'Gather',
    dtmf: kinds.includes('dtmf') || !speech,
    speech,
    action: action === null || action.trim() === '' ? null : action.trim(),
    method,
    timeout,
    finishOnKey: attributes.text('finishOnKey') ?? '#',
    numDigits: attributes.text('numDigits') === null ? null : numDigitsOf(attributes),
    speechTimeout: speechTimeoutOf(attributes, timeoutText, timeout),
    actionOnEmptyResult: attributes.flag('actionOnEmptyResult', false),
    language: attributes.text('language') ?? 'en-US',
    partialResult: attributes.request('partialResultCallback', 'partialResultCallbackMethod'),
    prompts: readPrompts(childElements(element), warnings),
  };
  attributes.finish();
  return gather;
}

function numDigitsOf(attributes: Attributes): number | null {
  const digits = attributes.number('numDigits', 0, { min: 1, max: 1024 });
  return digits === 0 ? null : digits;
}

/** The pause that ends speech; without one the carrier uses `timeout`. */
function speechTimeoutOf(
  attributes: Attributes,
  timeoutText: string | null,
  timeout: number,
): number | 'auto' {
  const raw = attributes.text('speechTimeout');
  if (raw === 'auto' || (raw === null && timeoutText === 'auto')) return 'auto';
  return attributes.number('speechTimeout', timeout, { min: 0, max: 14_400 });
}
