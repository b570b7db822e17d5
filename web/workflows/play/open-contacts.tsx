import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../../src/workflows/rules/definition.ts';
import type { KeyMeaning } from '../../../src/calls/rules/errand.ts';
import { mayAnswer, messageAnswers, type Answer } from '../../../src/workflows/rules/play/answer.ts';
import { channelOf, type Contact } from '../../../src/workflows/rules/play/contact.ts';
import { programOf } from '../../../src/workflows/rules/program.ts';
import { toldOf } from './play-state.ts';
import classes from './play.module.css';
import { useAnswerWords } from './use-answer-words.ts';
import type { Play } from './use-play.ts';

interface OpenContactsProps {
  play: Play;
  definition: Definition;
}

/** What somebody may answer now: a call that rings, and the last message of each way. */
export const OpenContacts = ({ play, definition }: OpenContactsProps) => {
  const { world, shown } = play;
  const left = new Set(
    toldOf(world)
      .slice(0, shown)
      .flatMap((entry) =>
        entry.told === 'contact' && entry.verdict.may === 'now' ? [entry.contact.key] : [],
      ),
  );
  const open = world.contacts.filter((contact) => mayAnswer(contact) && left.has(contact.key));
  const last = new Map(open.map((contact) => [channelOf(contact.effect), contact]));
  return [...last.values()].map((contact) => (
    <OneContact key={contact.key} contact={contact} play={play} definition={definition} />
  ));
};

const outcomeOf: Record<KeyMeaning, Answer> = {
  confirm: 'confirmed',
  reschedule: 'reschedule-asked',
  'speak-to-someone': 'spoke-to-someone',
  'do-not-call': 'do-not-call',
};

/** The keys that this call offered, as they were read out. */
const keysOf = (play: Play, contact: Contact): { key: string; answer: Answer }[] => {
  const told = toldOf(play.world).findLast(
    (one) => one.told === 'contact' && one.contact.key === contact.key,
  );
  const says = told?.told === 'contact' ? told.verdict.says : null;
  return says?.as === 'speech' ? says.keys.map(({ key, means }) => ({ key, answer: outcomeOf[means] })) : [];
};

const OneContact = ({ contact, play, definition }: OpenContactsProps & { contact: Contact }) => {
  const { t } = useTranslation('play');
  const answerWords = useAnswerWords();
  const { effect } = contact;
  const kind = effect.effect;
  const step = programOf(definition).places.get(contact.step)?.step;
  const leavesMessage = step?.do === 'MAKE_PHONE_CALL' && step.machineMessage !== undefined;
  const keys = kind === 'place-call' ? keysOf(play, contact) : [];
  const answers: readonly Answer[] =
    kind === 'place-call'
      ? ['heard', leavesMessage ? 'left-message' : 'machine', 'busy', 'no-answer', 'failed']
      : messageAnswers.filter(
          (one) => one !== contact.answer && (contact.answer === null || one !== 'failed'),
        );
  return (
    <section className={classes.answers} aria-label={t(`answer.${channelOf(effect)}`)}>
      <p className={classes.question}>{t(`answer.${channelOf(effect)}`)}</p>
      <div className={classes.choices}>
        {keys.map(({ key, answer }) => (
          <Button key={key} variant="light" size="compact-md" onClick={() => play.give(contact.key, answer)}>
            {t('presses', { key, words: answerWords(kind, answer) })}
          </Button>
        ))}
        {answers.map((answer) => (
          <Button
            key={answer}
            variant="default"
            size="compact-md"
            onClick={() => play.give(contact.key, answer)}
          >
            {answerWords(kind, answer)}
          </Button>
        ))}
      </div>
    </section>
  );
};
