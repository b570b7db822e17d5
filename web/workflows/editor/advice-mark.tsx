import { IconBulb } from '@tabler/icons-react';
import classes from './picture.module.css';

/** That something about this is worth another look; in words to those who point at it, and in its form. */
export const AdviceMark = ({ words }: { words: string }) =>
  words === '' ? null : (
    <span className={classes.advice} title={words}>
      <IconBulb size={16} aria-hidden />
    </span>
  );
