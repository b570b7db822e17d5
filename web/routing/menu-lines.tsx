import type { MenuItem, RoutingView } from '../../src/routing/rules/routing-view.ts';
import { optionTextOf } from './option-text.ts';
import classes from './menu-lines.module.css';
import { spokenLanguages } from './spoken-text.ts';
import { useTargetWords } from './target-words.ts';

/** The menu to read: key, name, where it leads, and what callers hear. */
export const MenuLines = ({ menu, routing }: { menu: MenuItem[]; routing: RoutingView }) => {
  const words = useTargetWords(routing);
  return (
    <ol className={classes.lines}>
      {menu.map((item) => (
        <li key={item.digit}>
          <div className={classes.line}>
            <kbd className={classes.key}>{item.digit}</kbd>
            <span className={classes.label}>{item.label}</span>
            <span className={classes.target}>{words(item.route)}</span>
            {spokenLanguages.map((language) => (
              <span key={language} className={classes.spoken} lang={language}>
                {optionTextOf(item, language)}
              </span>
            ))}
          </div>
          {item.route.type === 'menu' && <MenuLines menu={item.route.options} routing={routing} />}
        </li>
      ))}
    </ol>
  );
};
