import { IconBell, IconMicrophone, IconMusic, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { intoView } from '../app/into-view.ts';
import type { Line } from '../desk/desk-state.ts';
import classes from './lines.module.css';
import { SpokenText } from './spoken-text.tsx';

const ICONS: Partial<Record<Line['kind'], TablerIcon>> = {
  play: IconMusic,
  beep: IconBell,
  said: IconMicrophone,
};

/** Everything heard and done in a call, as captions. */
export function Lines({
  lines,
  live,
  language,
}: {
  lines: readonly Line[];
  live: boolean;
  language: string | null;
}) {
  const { t } = useTranslation('telephones');
  return (
    // A log of its own: what the telephone says is read out by screen readers as it comes.
    <div
      role="log"
      aria-label={t('phone.captions')}
      className={classes.lines}
      tabIndex={0}
      data-testid="captions"
    >
      {lines.map((line, index) => (
        <CaptionLine
          key={`${line.at} ${index}`}
          line={line}
          going={live && index === lines.length - 1}
          language={language}
        />
      ))}
      <div key={`end ${lines.length}`} ref={intoView} />
    </div>
  );
}

function CaptionLine({ line, going, language }: { line: Line; going: boolean; language: string | null }) {
  const { t } = useTranslation('telephones');
  const Icon = ICONS[line.kind];
  const own = line.kind === 'said' || line.kind === 'keys';
  return (
    <p className={classes.line} data-own={own || undefined} data-kind={line.kind}>
      {Icon && <Icon size={14} aria-hidden className={classes.icon} />}
      {line.kind === 'beep' && t('phone.beep')}
      {line.kind === 'play' && played(line.text)}
      {line.kind === 'keys' && <kbd className={classes.keys}>{line.text}</kbd>}
      {line.kind === 'said' && line.text}
      {(line.kind === 'say' || line.kind === 'speech') && (
        <span lang={language ?? undefined}>
          <SpokenText text={line.text} since={line.at} going={going && line.kind === 'say'} />
        </span>
      )}
    </p>
  );
}

/** An address says little: the name of the file is enough. */
const played = (text: string): string =>
  URL.canParse(text) ? (new URL(text).pathname.split('/').at(-1) ?? text) : text;
