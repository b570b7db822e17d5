import { useTranslation } from 'react-i18next';
import { useOnTick } from './clock.ts';
import { absolute, calendar, relative } from './moment.ts';

interface MomentTextProps {
  at: string;
  timeZone: string;
  /** calendar: always with the day, for what is planned. */
  words?: 'relative' | 'calendar';
}

/** A moment in short words; the exact one on hover. A plain title: lists hold hundreds of these. */
export const MomentText = ({ at, timeZone, words = 'relative' }: MomentTextProps) => {
  const { i18n } = useTranslation();
  const say = words === 'calendar' ? calendar : relative;
  const text = useOnTick((second) => say(at, second, i18n.language, timeZone));
  return (
    <time dateTime={at} title={absolute(at, i18n.language, timeZone)}>
      {text}
    </time>
  );
};
