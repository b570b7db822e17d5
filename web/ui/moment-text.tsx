import { useTranslation } from 'react-i18next';
import { useOnTick } from './clock.ts';
import { absolute, calendar, calendarWithin, relative } from './moment.ts';

interface MomentTextProps {
  at: string;
  timeZone: string;
  /** calendar: always with the day, for what is planned; within: the same in the middle of a sentence */
  words?: 'relative' | 'calendar' | 'within';
}

const sayings = { relative, calendar, within: calendarWithin };

/** A moment in short words; the exact one on hover. A plain title: lists hold hundreds of these. */
export const MomentText = ({ at, timeZone, words = 'relative' }: MomentTextProps) => {
  const { i18n } = useTranslation();
  const say = sayings[words];
  const text = useOnTick((second) => say(at, second, i18n.language, timeZone));
  return (
    <time dateTime={at} title={absolute(at, i18n.language, timeZone)}>
      {text}
    </time>
  );
};
