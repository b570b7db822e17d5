import buttons from './button.module.css';
import frame from './frame.module.css';
import page from './patient-page.module.css';
import { useNotifications } from './use-notifications.ts';
import { useWords } from './words.ts';

interface NotificationsProps {
  path: string;
  publicKey: string;
}

/** Notifications on this device. Where a browser has none, nothing is shown. */
export const Notifications = ({ path, publicKey }: NotificationsProps) => {
  const words = useWords();
  const { notify } = words.page;
  const { state, failed, start, end } = useNotifications(path, publicKey);
  if (state === 'unknown' || state === 'impossible') return null;
  return (
    <section className={page.part} aria-labelledby="notify">
      <h2 id="notify">{notify.title}</h2>
      <div role="status">
        {failed && <p className={frame.fault}>{words.failed}</p>}
        {state === 'refused' && <p className={frame.quiet}>{notify.refused}</p>}
        {state === 'on' && <p>{notify.isOn}</p>}
        {state === 'off' && <p className={frame.quiet}>{notify.ask}</p>}
      </div>
      {state === 'off' && (
        <div className={frame.row}>
          <button type="button" className={buttons.button} onClick={start}>
            {notify.on}
          </button>
        </div>
      )}
      {state === 'on' && (
        <div className={frame.row}>
          <button type="button" className={buttons.button} onClick={end}>
            {notify.off}
          </button>
        </div>
      )}
    </section>
  );
};
