import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CallStory } from '../../src/calls/rules/call-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import { MomentText } from '../ui/moment-text.tsx';
import classes from './call-story-page.module.css';
import { useOutcomeWords } from './outcome-words.ts';

interface LastCallsProps {
  contacts: CallStory['caller']['lastContacts'];
  clinic: MyClinic;
}

/** Earlier calls of the same number, each a step away. */
export const LastCalls = ({ contacts, clinic }: LastCallsProps) => {
  const words = useOutcomeWords();
  return contacts.map((contact) => (
    <span key={contact.callId} className={classes.person}>
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link
            {...props}
            to="/clinics/$clinicId/calls/$callId"
            params={{ clinicId: clinic.id, callId: contact.callId }}
          />
        )}
      >
        <MomentText at={contact.at} timeZone={clinic.timeZone} />
      </Anchor>{' '}
      {words(contact.outcome)}
    </span>
  ));
};
