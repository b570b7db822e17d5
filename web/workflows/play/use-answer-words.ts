import { useTranslation } from 'react-i18next';
import { useReasonWords } from '../use-reason-words.ts';

/** What became of a message or a call, as a sentence or as the word on a button. */
export const useAnswerWords = (): ((effect: 'send-message' | 'place-call', answer: string) => string) => {
  const { t, i18n } = useTranslation('play');
  const reasonWords = useReasonWords();
  return (effect, answer) => {
    const key = `${effect === 'place-call' ? 'onCall' : 'onMessage'}.${answer}`;
    return i18n.exists(key, { ns: 'play' }) ? t(key as 'onMessage.delivered') : reasonWords(answer);
  };
};
