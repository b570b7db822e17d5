import twilio from 'twilio';
import type { Hook, Prompt, VoiceStep } from '../voice-steps.ts';

type Link = (hook: Hook) => string;
type VoiceResponse = InstanceType<typeof twilio.twiml.VoiceResponse>;
type Speaker = Pick<VoiceResponse, 'say' | 'play' | 'pause'>;

/** Neural voices that Twilio offers in both languages; the sandbox reads only the language. */
const voices = {
  en: { language: 'en-US', voice: 'Polly.Joanna-Neural' },
  de: { language: 'de-DE', voice: 'Polly.Vicki-Neural' },
} as const;

const progressEvents = ['initiated', 'ringing', 'answered', 'completed'] as const;

const speak = (to: Speaker, prompt: Prompt, link: Link): void => {
  switch (prompt.do) {
    case 'say':
      to.say(voices[prompt.language], prompt.text);
      return;
    case 'play':
      to.play({ loop: prompt.loop }, link(prompt.hook));
      return;
    case 'pause':
      to.pause({ length: prompt.seconds });
  }
};

const dial = (response: VoiceResponse, step: Extract<VoiceStep, { do: 'dial' }>, link: Link): void => {
  const verb = response.dial({
    action: link(step.hook),
    timeout: step.timeoutSeconds,
    answerOnBridge: true,
    ...(step.callerId === null ? {} : { callerId: step.callerId }),
  });
  for (const target of step.targets) {
    const progress = {
      statusCallback: link(target.progress),
      statusCallbackEvent: [...progressEvents],
      statusCallbackMethod: 'POST',
    };
    if (target.kind === 'client') {
      const client = verb.client(progress);
      client.identity(target.identity);
      for (const [name, value] of Object.entries(target.parameters)) client.parameter({ name, value });
    } else {
      verb.number(
        { ...progress, ...(target.whisper === null ? {} : { url: link(target.whisper) }) },
        target.number,
      );
    }
  }
};

const write = (response: VoiceResponse, step: VoiceStep, link: Link): void => {
  switch (step.do) {
    case 'say':
    case 'play':
    case 'pause':
      speak(response, step, link);
      return;
    case 'gather': {
      const gather = response.gather({
        action: link(step.hook),
        input: ['dtmf'],
        numDigits: step.digits,
        timeout: step.timeoutSeconds,
        actionOnEmptyResult: step.emptyToo,
      });
      for (const prompt of step.prompts) speak(gather, prompt, link);
      return;
    }
    case 'dial':
      dial(response, step, link);
      return;
    case 'record':
      response.record({
        action: link(step.hook),
        recordingStatusCallback: link(step.finished),
        recordingStatusCallbackEvent: ['completed'],
        maxLength: step.maxSeconds,
        timeout: step.silenceSeconds,
        playBeep: true,
        trim: 'trim-silence',
      });
      return;
    case 'redirect':
      response.redirect(link(step.hook));
      return;
    case 'enqueue':
      response.enqueue({ action: link(step.hook), waitUrl: link(step.music) }, step.queue);
      return;
    case 'take-from-queue':
      response.dial({ action: link(step.hook) }).queue(step.queue);
      return;
    case 'hang-up':
      response.hangup();
  }
};

/** The TwiML document for the steps. */
export const renderTwiml = (steps: VoiceStep[], link: Link): string => {
  const response = new twilio.twiml.VoiceResponse();
  for (const step of steps) write(response, step, link);
  return response.toString();
};
