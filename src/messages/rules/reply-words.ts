import type { ReplyMeaning } from './reply-meaning.ts';

/** Letters, digits and single spaces; "Für Sie!" becomes "fur sie". Commas and line ends are handled before. */
export const plainWords = (text: string): string =>
  text
    .replaceAll(/[👍👌✅]/gu, ' ja ')
    .replaceAll('🛑', ' stop ')
    .normalize('NFKD')
    // What is not seen parts no word either.
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/[’'`´]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What the whole message may consist of. */
const whole: Readonly<Record<Exclude<ReplyMeaning, 'unclear'>, string>> = {
  stop: `stop, stopp, stopall, stop all, quit, end, revoke, opt out, optout, unsubscribe, arret,
    unsub, unsubcribe, unsuscribe, unsubscibe, stpo, sotp, abmelden, abbestellen, abbestelen, austragen,
    loschen, please stop, bitte stop, bitte stopp, ende, aufhoren, schluss`,
  start: 'start, unstop, opt in, optin, subscribe, anmelden, wieder anmelden',
  help: 'help, info, hilfe',
  confirm: `confirm, confirmed, i confirm, c, 1, ill be there, i will be there, see you then, see you there,
    well be there, we will be there, im coming, coming, we are coming, were coming, bestatigt,
    bestatige, ich bestatige, bestatigen, ich komme, wir kommen, komme, ich bin da, wir sind da,
    bis dann, bis dahin, termin passt, der termin passt, passt`,
  cancel: `cancel, cancel it, cancel please, please cancel, cancel my appointment, cancel the appointment,
    absagen, absage, ich sage ab, wir sagen ab, termin absagen, bitte absagen, storno, stornieren,
    bitte stornieren`,
  reschedule: `reschedule, please reschedule, r, 2, move, change, another time, different time, another day,
    new appointment, verschieben, bitte verschieben, umbuchen, verlegen, neuer termin,
    anderer termin, andere zeit`,
  yes: `yes, y, yes please, yep, yeah, yup, sure, ok, okay, k, yes ok, sounds good, perfect, of course,
    ja, ja bitte, j, jo, jep, klar, gerne, ja gerne, ja gern, in ordnung, geht klar, ja passt,
    ja klar, ist ok, alles klar, genau`,
  no: 'no, n, nope, no thanks, no thank you, nein, nein danke, ne, nee',
  thanks: `thanks, thank you, thx, ty, many thanks, danke, vielen dank, danke schon, dankeschon,
    besten dank, merci`,
};

const meaningOfWhole = new Map<string, ReplyMeaning>(
  (Object.entries(whole) as [ReplyMeaning, string][]).flatMap(([meaning, texts]) =>
    texts.split(/,\s+/u).map((text) => [text, meaning] as const),
  ),
);

/** Politeness that changes nothing, at either end. */
const politeness =
  /^(hi|hello|hey|hallo|guten (tag|morgen|abend)|moin|gruss gott|servus|liebes team|dear team)\b|\b(thanks?( you)?( (so|very) much)?|thx|many thanks|danke( schon| sehr)?|vielen dank|besten dank|lg|vg|liebe grusse|viele grusse|mit freundlichen grussen|best regards|regards|please|bitte)$/u;

/** Without greetings and thanks at its ends; what is nothing but thanks stays. */
const withoutPoliteness = (plain: string): string => {
  let text = plain;
  for (;;) {
    const shorter = text.replace(politeness, '').trim();
    if (shorter === text || shorter === '') return text;
    text = shorter;
  }
};

/** @param plain as `plainWords` gives it */
export const fixedMeaning = (plain: string): ReplyMeaning | null =>
  meaningOfWhole.get(plain) ?? meaningOfWhole.get(withoutPoliteness(plain)) ?? null;

/** `cannot-come`: they will not be there, and do not say whether another time is wanted. */
export type Sense = ReplyMeaning | 'cannot-come';

/** What short sentences say, beyond the fixed ones above. */
const phrases: readonly [Sense, RegExp][] = [
  ['cancel', /\b(cancel|cancell?ing)\b.*\b(appointment|appt|visit|it|that|tomorrow|today)\b/u],
  ['cancel', /\b(need|want|have|would like|like) to cancel\b/u],
  [
    'cancel',
    /\btermin\b.*\b(absagen|stornieren|streichen)\b|\b(muss|mochte|will|wurde gerne?|mussen|mochten)\b.*\b(absagen|stornieren)\b|\bsage (den |meinen |unseren )?(termin )?.*\bab\b/u,
  ],
  [
    'reschedule',
    /\b(reschedule|move|postpone|change|push)\b.*\b(appointment|appt|visit|it|time|day|date|to)\b|\b(need|want|have|would like|like) to (reschedule|postpone)\b/u,
  ],
  [
    'cannot-come',
    /\b(cant|cannot|can not|wont|will not|unable to|not able to) (make|come|be there|attend|do)\b/u,
  ],
  ['reschedule', /\b(another|different|other|new|later|earlier) (time|day|date|appointment|slot|week)\b/u],
  [
    'reschedule',
    /\btermin\b.*\b(verschieben|verlegen|andern|umlegen|tauschen)\b|\b(verschieben|verlegen|umbuchen)\b/u,
  ],
  [
    'cannot-come',
    /\b(kann|konnen|schaffe?n?) (leider )?(da |es |am \w+ |morgen |heute )?(leider )?(nicht|doch nicht)\b|\bschaffe es (leider )?nicht\b/u,
  ],
  ['reschedule', /\b(anderen?|neuen?|spateren?|fruheren?) (termin|tag|uhrzeit|zeitpunkt)\b/u],
  [
    'confirm',
    /\b(i|we|ill|well) (will )?(be there|come|attend)\b|\b(im|i am|we are|were) coming\b|\bsee you (then|there|tomorrow|on)\b|\bconfirm(ed|ing)?\b/u,
  ],
  [
    'confirm',
    /\b(ich|wir) (komme|kommen|werde da sein|werden da sein|bin da|sind da)\b|\b(ich|wir|hiermit) bestatigen?\b|\bbestatige\b|\bbis (morgen|dann|montag|dienstag|mittwoch|donnerstag|freitag|samstag)\b|\btermin passt\b/u,
  ],
];

const yesBefore = /^(yes|yep|yeah|sure|ok|okay|ja|klar|gerne|jep)\b/u;
const noBefore = /^(no|nope|nein|ne|leider)\b/u;
const turnsRound =
  /\b(not|dont|wont|cant|cannot|nicht|kein|keine|but|aber|unless|except|if|falls|wenn|instead|statt)\b/u;

const mostWords = 14;
/** Later than planned, without more: the wish for another time. */
const anotherTime =
  /^(rather |better |lieber |besser |erst )?(next|nachste[nr]?|kommende[nr]?|the following|ubernachste[nr]?) (week|month|woche|monat|mal|time|monday|tuesday|wednesday|thursday|friday|montag|dienstag|mittwoch|donnerstag|freitag)$|^(rather |lieber )?(spater|later|earlier|fruher|another day|ein andermal|ein anderes mal|nicht morgen|not tomorrow)$/u;

/** Nobody is sure, or says that something is not to be done. */
const unsure =
  /\b(maybe|perhaps|might|not sure|unsure|vielleicht|eventuell|evtl|weiss (noch )?nicht|unsicher)\b|\b(dont|do not|not|nicht)\b.*\b(cancel|cancell?ing|absagen|stornieren|reschedule|verschieben|verlegen)\b/u;

/**
 * The one thing that is said in all of these; null when they are several. Who cannot come and says "cancel" cancels;
 * who cannot come, and no more, is to be offered another time.
 */
export const oneSense = (senses: Iterable<Sense>): ReplyMeaning | null => {
  const said = new Set(senses);
  said.delete('thanks');
  if (said.has('confirm')) said.delete('yes');
  if (said.has('cancel') || said.has('reschedule')) said.delete('cannot-come');
  if (said.has('cancel') || said.has('reschedule') || said.has('cannot-come')) said.delete('no');
  const [only, ...others] = said;
  if (only === undefined || others.length > 0) return null;
  return only === 'cannot-come' ? 'reschedule' : only;
};

/**
 * What a sentence says when it says one thing only.
 * @param plain as `plainWords` gives it
 */
const senseOfSentence = (plain: string): Sense | null => {
  const text = withoutPoliteness(plain);
  if (text.split(' ').length > mostWords || unsure.test(text)) return null;
  if (anotherTime.test(text)) return 'reschedule';
  const found = new Set(phrases.filter(([, phrase]) => phrase.test(text)).map(([sense]) => sense));
  if (found.size > 1) {
    const one = oneSense(found);
    return yesBefore.test(text) ? null : one;
  }
  const [only] = found;
  if (only === undefined) return null;
  if (only === 'confirm') return turnsRound.test(text) || noBefore.test(text) ? null : only;
  return yesBefore.test(text) ? null : only;
};

/** What a text says as a whole or as a sentence. */
export const senseOf = (plain: string): Sense | null => fixedMeaning(plain) ?? senseOfSentence(plain);
