import { Button, Skeleton, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMoment } from '../app/use-moment.ts';
import { useDesk } from '../desk/desk-context.ts';
import { clockText } from '../telephone/duration.ts';
import { Party } from '../telephone/party.tsx';
import { CallRow } from './call-list.tsx';
import classes from './call-story-view.module.css';
import { callStatusWords } from './call-status-words.ts';
import { type CallStory, useCallStory } from './calls.query.ts';
import { StoryEntryView } from './story-entry-view.tsx';

/** One call: who, how it ended, its other legs, and every request, response and verb in order. */
export function CallStoryView({ sid }: { sid: string }) {
  const { t } = useTranslation('telephones');
  const { layout } = useDesk();
  const { data, isError } = useCallStory(sid);
  const show = (callSid: string | null) => () =>
    layout.dispatch({ type: 'panel', panel: { kind: 'calls', callSid } });
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        ml={-8}
        mb={8}
        leftSection={<IconArrowLeft size={16} aria-hidden />}
        onClick={show(null)}
      >
        {t('calls.all')}
      </Button>
      {isError && <Text size="sm">{t('calls.gone')}</Text>}
      {!data && !isError && <Skeleton height={200} />}
      {data && <CallFacts story={data} />}
      {data?.call.parentCallSid != null && (
        <Button size="compact-xs" variant="light" onClick={show(data.call.parentCallSid)}>
          {t('calls.parent')}
        </Button>
      )}
      {data && data.children.length > 0 && (
        <section>
          <h3 className={classes.heading}>{t('calls.legs')}</h3>
          {data.children.map((child) => (
            <CallRow key={child.sid} call={{ ...child, parentCallSid: null }} onOpen={show(child.sid)} />
          ))}
        </section>
      )}
      {data && <Story story={data} />}
    </>
  );
}

function CallFacts({ story: { call } }: { story: CallStory }) {
  const { t } = useTranslation('telephones');
  const moment = useMoment();
  return (
    <div className={classes.facts}>
      <strong className={classes.title}>
        <Party address={call.from} /> → <Party address={call.to} />
      </strong>
      <span>
        {callStatusWords(call.status, t)} · {moment(call.createdAt)}
        {call.durationSeconds !== null && ` · ${clockText(call.durationSeconds * 1000)}`}
      </span>
      {call.forwardedFrom !== null && (
        <span>
          {t('calls.forwardedFrom')} <Party address={call.forwardedFrom} />
        </span>
      )}
      <code className={classes.sid}>{call.sid}</code>
    </div>
  );
}

function Story({ story: { call, entries } }: { story: CallStory }) {
  const { t } = useTranslation('telephones');
  return (
    <section>
      <h3 className={classes.heading}>{t('calls.story')}</h3>
      <ol className={classes.entries} data-testid="call-story">
        {entries.map((entry, index) => (
          <StoryEntryView
            key={`${entry.at} ${index}`}
            entry={entry}
            since={call.createdAt}
            own={entry.sid === call.sid}
          />
        ))}
      </ol>
    </section>
  );
}
