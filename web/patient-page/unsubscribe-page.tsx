import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Unsubscribing, UnsubscribeScope } from '../../src/patient-page/rules/unsubscribing.ts';
import { request } from '../platform/request.ts';
import buttons from './button.module.css';
import { Frame } from './frame.tsx';
import classes from './frame.module.css';
import { fill, useWords } from './words.ts';

interface UnsubscribePageProps {
  path: string;
  clinic: string;
}

const useUnsubscribing = (path: string) => {
  const client = useQueryClient();
  const key = [path, 'unsubscribing'];
  const shown = useQuery({
    queryKey: key,
    queryFn: () => request<Unsubscribing>(`${path}/unsubscribing`),
  });
  const change = useMutation({
    mutationFn: (ended: UnsubscribeScope | null) =>
      request<Unsubscribing>(`${path}/unsubscribing`, { method: 'PUT', body: { ended } }),
    onSuccess: (view) => client.setQueryData(key, view),
  });
  return { shown: shown.data, change };
};

/** Ends messages by the link that stood in one of them. Opening it changes nothing: scanners of mail open every link. */
export const UnsubscribePage = ({ path, clinic }: UnsubscribePageProps) => {
  const words = useWords();
  const { shown, change } = useUnsubscribing(path);
  if (shown === undefined) return <Frame clinic={clinic}>{null}</Frame>;
  const { unsubscribe } = words;
  const { kind, ended } = shown;
  const channel = words.channels[shown.channel];
  const say = (text: string) => fill(text, { channel, clinic });
  const takenBack = ended === null && change.isSuccess;
  const button = (scope: UnsubscribeScope | null, style: string | undefined, text: string) => (
    <button type="button" className={style} disabled={change.isPending} onClick={() => change.mutate(scope)}>
      {say(text)}
    </button>
  );
  return (
    <Frame clinic={clinic}>
      <section className={classes.paper}>
        <h1>{say(unsubscribe.titles[kind ?? 'all'])}</h1>
        <div role="status">
          {ended !== null && (
            <p className={classes.done}>
              {say(ended === 'all' ? unsubscribe.doneAll : unsubscribe.doneKind)}
            </p>
          )}
          {takenBack && <p className={classes.done}>{unsubscribe.takenBack}</p>}
        </div>
        {change.isError && (
          <p role="alert" className={classes.fault}>
            {words.failed}
          </p>
        )}
        {ended === null && !takenBack && <p>{say(kind === null ? unsubscribe.askAll : unsubscribe.ask)}</p>}
        {ended !== null && !shown.canTakeBack && <p className={classes.quiet}>{unsubscribe.otherwise}</p>}
        <div className={classes.row}>
          {ended === null && kind !== null && button('kind', buttons.main, unsubscribe.kind)}
          {ended === null && button('all', kind === null ? buttons.main : buttons.button, unsubscribe.all)}
          {ended !== null && shown.canTakeBack && button(null, buttons.button, unsubscribe.takeBack)}
        </div>
        {ended === null && kind !== 'appointment' && (
          <p className={classes.quiet}>{`${say(unsubscribe.all)}: ${say(unsubscribe.careful)}`}</p>
        )}
      </section>
    </Frame>
  );
};
