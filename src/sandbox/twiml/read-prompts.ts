import { Attributes, type Warning } from './attributes.ts';
import type { Pause, Play, Prompt, Say } from './verb.ts';
import { ownText, wholeText, type XmlElement } from './xml-tree.ts';

const NO_TEXT_TO_SAY = 13520;
// loop="0" means "until the call ends"; the carrier stops at 1000.
const LOOP_FOR_EVER = 1000;

export function readSay(element: XmlElement, warnings: Warning[]): Say {
  const attributes = new Attributes(element, warnings);
  const language = attributes.text('language') ?? 'en-US';
  const voice = attributes.text('voice') ?? 'man';
  const loop = attributes.number('loop', 1, { min: 0, max: LOOP_FOR_EVER }) || LOOP_FOR_EVER;
  attributes.finish();
  const text = wholeText(element);
  if (text === '') warnings.push({ code: NO_TEXT_TO_SAY, message: '<Say>: there is no text to say' });
  return { verb: 'Say', text, language, voice, loop };
}

export function readPlay(element: XmlElement, warnings: Warning[]): Play {
  const attributes = new Attributes(element, warnings);
  const loop = attributes.number('loop', 1, { min: 0, max: LOOP_FOR_EVER }) || LOOP_FOR_EVER;
  const digits = attributes.text('digits');
  attributes.finish();
  const url = ownText(element);
  return { verb: 'Play', url: url === '' ? null : url, digits, loop };
}

export function readPause(element: XmlElement, warnings: Warning[]): Pause {
  const attributes = new Attributes(element, warnings);
  const seconds = attributes.number('length', 1, { min: 0, max: 14_400 });
  attributes.finish();
  return { verb: 'Pause', seconds };
}

/** The prompts that may stand inside Gather; anything else there is noted and left out. */
export function readPrompts(elements: readonly XmlElement[], warnings: Warning[]): Prompt[] {
  return elements.flatMap((element): Prompt[] => {
    if (element.name === 'Say') return [readSay(element, warnings)];
    if (element.name === 'Play') return [readPlay(element, warnings)];
    if (element.name === 'Pause') return [readPause(element, warnings)];
    warnings.push({ code: 12200, message: `<${element.name}> may not stand inside <Gather>` });
    return [];
  });
}
