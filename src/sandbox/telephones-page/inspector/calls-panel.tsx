import { CallList } from './call-list.tsx';
import { CallStoryView } from './call-story-view.tsx';

/** The call inspector: all calls, or everything about one of them. */
export const CallsPanel = ({ callSid }: { callSid: string | null }) =>
  callSid === null ? <CallList /> : <CallStoryView key={callSid} sid={callSid} />;
