import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { variablesFor } from '../../src/messages/rules/template-variables.ts';
import { isAboutAppointments } from '../../src/workflows/rules/check-definition.ts';
import type { Definition } from '../../src/workflows/rules/definition.ts';
import { programOf } from '../../src/workflows/rules/program.ts';
import { channelsOf, contentOf, isSend } from '../../src/workflows/rules/send.ts';
import type { Localized, Step } from '../../src/workflows/rules/steps.ts';
import { fullestParts } from '../templates/template-parts.ts';
import classes from './gallery.module.css';

type Part = 'sms' | 'email' | 'in-app' | 'push' | 'call' | 'machine';
/** texts null: a template of the clinic */
type Said = { id: string; part: Part; subject: Localized | null; text: Localized | null };

const saidBy = (step: Step): Said[] => {
  const { id } = step;
  if (step.do === 'MAKE_PHONE_CALL')
    return [
      { id, part: 'call', subject: null, text: step.script },
      ...(step.machineMessage
        ? [{ id: `${id} machine`, part: 'machine' as const, subject: null, text: step.machineMessage }]
        : []),
    ];
  if (!isSend(step)) return [];
  const content = contentOf(step);
  const part = channelsOf(step)[0]!;
  if ('templateId' in content) return [{ id, part, subject: null, text: null }];
  return [{ id, part, subject: (part === 'email' ? content.subject : null) ?? null, text: content.text }];
};

/** The same words to every machine need be read only once. */
const once = (all: readonly Said[]): Said[] =>
  all.filter(
    (said, index) => all.findIndex((other) => other.part === said.part && other.text === said.text) === index,
  );

/** Everything that patients read and hear, in both languages. */
export const GalleryTexts = ({ definition }: { definition: Definition }) => {
  const { t } = useTranslation('gallery');
  const said = once([...programOf(definition).places.values()].flatMap(({ step }) => saidBy(step)));
  const about = isAboutAppointments(definition) ? 'appointment' : 'patient';
  if (said.length === 0) return <p className={classes.dim}>{t('noTexts')}</p>;
  return (
    <>
      <ol className={classes.texts}>
        {said.map(({ id, part, subject, text }) => (
          <li key={id} className={classes.text}>
            <h4 className={classes.part}>{t(`parts.${part}`)}</h4>
            {text === null ? (
              <p className={classes.dim}>{t('template')}</p>
            ) : (
              (['en', 'de'] as const).map((language) => (
                <div key={language} lang={language} className={classes.bubble}>
                  <span className={classes.language}>{t(`language.${language}`)}</span>
                  {subject?.[language] !== undefined && (
                    <p className={classes.subject}>
                      <Filled text={subject[language]} about={about} language={language} />
                    </p>
                  )}
                  <p>
                    <Filled text={text[language] ?? ''} about={about} language={language} />
                  </p>
                </div>
              ))
            )}
          </li>
        ))}
      </ol>
      <p className={classes.small}>{t('textsHint')}</p>
    </>
  );
};

interface FilledProps {
  text: string;
  about: 'patient' | 'appointment';
  language: 'en' | 'de';
}

/** The text with made-up names in the places that are filled in. */
const Filled = ({ text, about, language }: FilledProps) => {
  const examples = new Map<string, Record<'en' | 'de', string>>(variablesFor(about));
  return fullestParts(text).map((part, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the parts of one text never change places
    <Fragment key={index}>
      {part.is === 'words' && part.text}
      {part.is === 'variable' && (
        <span className={classes.filled}>{examples.get(part.name)?.[language] ?? part.name}</span>
      )}
    </Fragment>
  ));
};
