import { familyText, greetedAs } from '../../../messages/rules/family-text.ts';
import { firstName } from '../../../messages/rules/subject-values.ts';
import type { Subject } from '../subject.ts';
import { channelOf, type Contact } from './contact.ts';
import type { Along } from './family.ts';
import type { Said } from './said.ts';
import type { Reader, Scene } from './scene.ts';

type Text = Extract<Said, { as: 'text' }>;

/** The text with the visits of the others, as `messages/delivery/bind-families.ts` writes it; alone, it stays as it is. */
export const joinFamily = (
  { patient, clinic }: Scene,
  { patient: about, appointment }: Subject,
  { personId, person }: Reader,
  { effect }: Contact,
  says: Text,
  along: readonly Along[],
): Text => {
  const channel = channelOf(effect);
  if (along.length === 0 || patient === null || appointment === null || channel === 'call') return says;
  const visits = [
    {
      firstName: firstName(patient),
      own: personId === about?.id,
      startsAt: appointment.startsAt,
      confirmed: appointment.status === 'confirmed',
    },
    ...along.map(({ relative, visit }) => ({
      firstName: firstName(relative.patient),
      own: personId === relative.subject.id,
      startsAt: visit.startsAt,
      confirmed: visit.status === 'confirmed',
    })),
  ];
  const { familyName, salutation } = person;
  const greeted = {
    first_name: firstName(person),
    last_name: familyName,
    salutation: salutation ?? '',
  };
  const { name, phone, timeZone } = clinic;
  const reader = greetedAs(greeted, says.language);
  return {
    ...says,
    ...familyText(channel, says.language, visits, { clinic: name, phone, timeZone, reader }),
  };
};
