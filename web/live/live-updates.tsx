import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { meQuery } from '../accounts/me.query.ts';
import { tellCarrierChanged } from './carrier-change.ts';
import { bundleTopics } from './bundle-topics.ts';
import { setLiveConnection } from './live-connection.ts';
import { openLiveStream } from './open-live-stream.ts';
import { clinicKey, staleAfter, type Subject } from './query-keys.ts';

const pauseMilliseconds = 250;

/** Turns the server's live updates into refetches of what they make old. Draws nothing. */
export const LiveUpdates = ({ clinicId }: { clinicId: string }) => {
  const queries = useQueryClient();
  useEffect(() => {
    const refetch = (subject: Subject): void => {
      void queries.invalidateQueries({ queryKey: clinicKey(clinicId, subject) });
    };
    // Somebody's role or second factor, perhaps one's own.
    const refetchMe = (): void => void queries.invalidateQueries({ queryKey: meQuery.queryKey });
    const onTopic = bundleTopics(
      (topics) => {
        for (const subject of new Set([...topics].flatMap((topic) => staleAfter[topic]))) refetch(subject);
        if (topics.has('members')) refetchMe();
        if (topics.has('carrier')) tellCarrierChanged();
      },
      pauseMilliseconds,
      { set: (action, milliseconds) => setTimeout(action, milliseconds) },
    );
    let opened = false;
    const close = openLiveStream(clinicId, {
      onTopic,
      onOpen: () => {
        setLiveConnection('open');
        if (opened) {
          void queries.invalidateQueries({ queryKey: ['clinic', clinicId] });
          refetchMe();
        }
        opened = true;
      },
      onLost: () => {
        setLiveConnection('lost');
        refetchMe(); // the session may have ended, or the membership
      },
    });
    return () => {
      close();
      setLiveConnection('open');
    };
  }, [clinicId, queries]);
  return null;
};
