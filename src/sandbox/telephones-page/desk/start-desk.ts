import { QueryClient } from '@tanstack/react-query';
import { createStore, type Store } from '../app/store.ts';
import { preferences } from '../settings/preferences.ts';
import { createConversations } from '../sound/conversations.ts';
import { microphone, turnMicrophoneOn } from '../sound/microphone.ts';
import { createRecordings } from '../sound/recordings.ts';
import { getHandset } from '../wire/handset-requests.ts';
import type { Handset, HandsetEvent } from '../wire/handset.ts';
import { type FromSandbox, keepSocketOpen } from '../wire/socket.ts';
import { type DeskAction, type DeskState, emptyDesk, nextDesk, type Telephone } from './desk-state.ts';
import { firstLayout, keptDesk, type Layout, type LayoutAction, nextLayout } from './layout.ts';
import { soundTheDesk, soundTheLine } from './sounds.ts';
import { staleAfter } from './stale-after.ts';

export type Desk = {
  readonly state: Store<DeskState, DeskAction>;
  readonly layout: Store<Layout, LayoutAction>;
  readonly queries: QueryClient;
  /** The last thing that went wrong and nobody has dismissed. */
  readonly problem: Store<unknown, unknown>;
};

/** Everything behind the page: lives as long as it does. */
export function startDesk(): Desk {
  const desk: Desk = {
    state: createStore(emptyDesk, nextDesk),
    layout: createStore(firstLayout(new URL(location.href)), nextLayout),
    queries: new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 2000 } } }),
    problem: createStore<unknown, unknown>(null, (_before, problem) => problem),
  };
  const recordings = createRecordings(desk.problem.dispatch);
  const socket = keepSocketOpen({
    onOpen: () => desk.state.dispatch({ type: 'link', link: 'open' }),
    onLost: () => {
      desk.state.dispatch({ type: 'link', link: 'lost' });
      conversations.endAll();
    },
    onMessage: (message) => receive(message),
  });
  const conversations = createConversations(socket.send);
  const tellMedia = mediaTeller(desk, socket.send);

  function receive(message: FromSandbox): void {
    if (message.t === 'handsets') takeUp(message.handsets);
    else if (message.t === 'event') happen(message.number, message.event);
    else if (message.t === 'bridge') conversations.begin(message);
    else if (message.t === 'unbridge') conversations.end(message);
    else if (message.t === 'signal') conversations.signal(message);
  }

  /** A page that was loaded again in mid-call speaks on where it was. */
  function takeUp(handsets: readonly Handset[]): void {
    desk.state.dispatch({ type: 'handsets', handsets });
    const { open } = desk.layout.get();
    const talking = handsets.some(({ number, state }) => state === 'in-call' && open.includes(number));
    if (talking && preferences.get().microphone) void turnMicrophoneOn();
  }

  function happen(number: string, event: HandsetEvent): void {
    desk.state.dispatch({ type: 'event', number, event });
    if (isStrange(desk.state.get().telephones[number])) lookUp(number);
    // Whatever its person was reading: a telephone that rings shows how to answer it.
    if (event.type === 'ringing') desk.layout.dispatch({ type: 'tab', number, tab: 'phone' });
    soundTheLine(desk, number, event);
    if (event.type === 'collecting' && event.what === 'recording') recordings.start(number, event.callSid);
    else if (event.type === 'collecting' || event.type === 'ended') recordings.finish(number);
    for (const queryKey of staleAfter(number, event)) void desk.queries.invalidateQueries({ queryKey });
  }

  function lookUp(number: string): void {
    getHandset(number).then(
      (handset) => desk.state.dispatch({ type: 'handset', handset }),
      desk.problem.dispatch,
    );
  }

  desk.layout.subscribe(() => {
    const { open, inHand } = desk.layout.get();
    keptDesk.write([...open]);
    conversations.speakInto(inHand);
  });
  conversations.speakInto(desk.layout.get().inHand);
  for (const store of [desk.state, desk.layout, microphone]) store.subscribe(tellMedia);
  soundTheDesk(desk);
  return desk;
}

/** A telephone made, or a call begun, by a script: nobody told this page with whom. */
const isStrange = (telephone: Telephone | undefined): boolean =>
  telephone === undefined || telephone.call?.with === '';

/** Tells the sandbox which telephones have a microphone here: those on this desk that are in a call. */
function mediaTeller(desk: Desk, send: ReturnType<typeof keepSocketOpen>['send']): () => void {
  let told = new Set<string>();
  return () => {
    const { link, telephones } = desk.state.get();
    if (link !== 'open') {
      told = new Set(); // a new socket knows nothing of what was said to the old one
      return;
    }
    const on = microphone.get() === 'on';
    const open = desk.layout.get().open;
    const ready = new Set(open.filter((number) => on && (telephones[number]?.call ?? null) !== null));
    for (const number of ready.difference(told)) send({ t: 'media', number, ready: true });
    for (const number of told.difference(ready)) send({ t: 'media', number, ready: false });
    told = ready;
  };
}
