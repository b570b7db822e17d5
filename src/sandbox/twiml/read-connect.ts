import { Attributes, type Warning } from './attributes.ts';
import { parametersOf } from './read-dial.ts';
import type { ConversationRelay } from './verb.ts';
import { childElements, type XmlElement } from './xml-tree.ts';

/** Voices, recognisers and reports: the sandbox has one of each. */
const WITHOUT_EFFECT_HERE = [
  'ttsProvider',
  'ttsLanguage',
  'voice',
  'transcriptionProvider',
  'transcriptionLanguage',
  'speechModel',
  'hints',
  'debug',
  'reportInputDuringAgentSpeech',
  'welcomeGreetingLanguage',
  'preemptible',
  'elevenlabsTextNormalization',
  'intelligenceService',
  'interruptSensitivity',
  'ignoreBackchannel',
  'deepgramSmartFormat',
  'eotThreshold',
  'partialPrompts',
  'events',
  'conversationConfiguration',
];

/** `<Connect><ConversationRelay>`; any other noun is noted and left out. */
export function readConnect(element: XmlElement, warnings: Warning[]): ConversationRelay[] {
  const connect = new Attributes(element, warnings);
  const action = connect.request('action', 'method');
  connect.finish();
  const noun = childElements(element).find((child) => child.name === 'ConversationRelay');
  if (!noun) {
    warnings.push({ code: 12200, message: '<Connect>: only <ConversationRelay> is carried out here' });
    return [];
  }
  // Published examples spell these names in more than one way; the carrier does not mind the case.
  const attributes = new Attributes(noun, warnings, { ignoreCase: true }).accept(...WITHOUT_EFFECT_HERE);
  const relay: ConversationRelay = {
    verb: 'ConversationRelay',
    url: attributes.text('url') ?? '',
    action,
    welcomeGreeting: attributes.text('welcomeGreeting'),
    welcomeGreetingInterruptible: interruptibleBySpeech(attributes.text('welcomeGreetingInterruptible')),
    language: attributes.text('language') ?? 'en-US',
    interruptible: interruptibleBySpeech(attributes.text('interruptible')),
    dtmfDetection: attributes.flag('dtmfDetection', false),
    parameters: parametersOf(childElements(noun)),
  };
  attributes.finish();
  return [relay];
}

/** `none`, `dtmf`, `speech`, `any`, or the older true and false. */
function interruptibleBySpeech(value: string | null): boolean {
  return value === null || ['any', 'speech', 'true'].includes(value.trim().toLowerCase());
}
