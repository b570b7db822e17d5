import { fixedMeaning, plainWords, senseOf, type Sense } from './reply-words.ts';

const sendings = '(messages?|msgs?|texts?|reminders?|sms|notifications?|alerts?|spam|emails?)';
const sendungen = '(nachrichten|sms|erinnerungen|werbung|mitteilungen)';

/** Revoking by any reasonable means: these say it wherever they stand in a message. */
const stopPhrases = [
  /\b(stop|quit|cease) (all )?(sending|texting|messaging|contacting|writing)\b/u,
  // Not without what is to stop: "stop the antibiotics" is said of something else.
  new RegExp(`\\b(stop|quit|cease) ((all|the|these|those|this|your|any|more|further) )*${sendings}\\b`, 'u'),
  /\b(please|pls) stop( it)?$|^just stop( it)?$/u,
  /\b(do not|dont|never|no longer|dont ever) (text|message|contact|write|sms)( to)? ?(me|us|this number)?\b/u,
  /\bno more (texts?|messages?|sms|reminders?)\b/u,
  /\b(remove|take|delete) (me|us|my number|this number) (off|from)\b(?!.*\b(appointments?|appts?|visits?|slots?|schedule|calendar|waitlist|waiting list)\b)|\b(remove|delete) (me|my number|this number)$/u,
  /\b(unsubscribe|opt (me )?out|optout)\b/u,
  /\bleave me alone\b/u,
  new RegExp(
    `\\b(keine|nie) (weiteren )?${sendungen}( \\w+)? mehr\\b|\\bkeine ${sendungen} (bitte|senden|schicken|schreiben)\\b`,
    'u',
  ),
  new RegExp(
    `^(bitte )?keine (weiteren )?${sendungen}$|\\b(will|wollen|mochten?|wunschen?) (bitte )?keine (weiteren )?${sendungen}\\b`,
    'u',
  ),
  /\b(nicht|nie) (mehr|weiter|wieder) (schreiben|anschreiben|kontaktieren|schicken|senden|texten|benachrichtigen)\b/u,
  /\b(schreiben|schicken|senden|kontaktieren) sie (mir|uns|mich) (bitte )?(keine|nicht|nichts|nie)\b/u,
  /\b(horen sie|hort?) (bitte |endlich |sofort )*auf( damit|( mir| mich| uns)? zu (schreiben|schicken|senden|texten|nerven))?$/u,
  /\b(abmelden|abbestellen|austragen)\b/u,
  /\b(loschen|streichen|entfernen) sie (mich|meine nummer|meine daten|diese nummer)\b/u,
  /\b(lassen sie|lasst?) mich (bitte )?in ruhe\b/u,
];

/** Nothing but the word, in whatever length, and what it is said of. */
const onlyStop = new RegExp(
  `^(please |pls |bitte )?s+t+o+p+( (it|this|that|now|all|alles|jetzt|sofort|endlich|mit|den|the|these|your|bitte|please|${sendings}|${sendungen}))*$|^${sendings} s+t+o+p+$`,
  'u',
);

/** "S T O P", and "stop stop stop". */
const asOneWord = (plain: string): string => {
  const words = plain.split(' ');
  if (words.length > 2 && words.every((word) => word.length === 1)) return words.join('');
  return new Set(words).size === 1 ? words[0]! : plain;
};

const most = 4;
const saysNothing = new Set<Sense | null>([null, 'no', 'thanks']);

/** "Stop. Laura Baker", "wrong number, stop": the word by itself, beside a few others that say nothing else. */
const standsAlone = (text: string): boolean => {
  const pieces = text
    .split(/[,;:\n.!?–—-]+/u)
    .map(plainWords)
    .filter((piece) => piece !== '');
  const others = pieces.filter((piece) => !onlyStop.test(piece));
  if (others.length === pieces.length) return false;
  const words = others.flatMap((piece) => piece.split(' '));
  return words.length <= most && others.every((piece) => saysNothing.has(senseOf(piece)));
};

/** Whether somebody wants no more messages, in whatever words. */
export const saysStop = (text: string): boolean => {
  const plain = plainWords(text);
  if (stopPhrases.some((phrase) => phrase.test(plain))) return true;
  const word = asOneWord(plain);
  return onlyStop.test(word) || fixedMeaning(word) === 'stop' || standsAlone(text);
};

/** In a message that ends messages: words that are said of appointments as well. A person looks after the appointment. */
const ofVisits = /\b(cancel\w*|absag\w*|abgesagt|storn\w*|abmeld\w*|austragen)\b/u;

export const mayMeanVisit = (plain: string): boolean => ofVisits.test(plain);
