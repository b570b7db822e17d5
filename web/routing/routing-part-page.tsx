import { useSearch } from '@tanstack/react-router';
import { CallersPart } from './callers/callers-part.tsx';
import { DepartmentsPart } from './departments/departments-part.tsx';
import type { KeptDraft } from './draft/routing-draft.ts';
import { useScope } from './editing.ts';
import { EmergenciesPart } from './emergencies/emergencies-part.tsx';
import { GreetingsPart } from './greetings/greetings-part.tsx';
import { HistoryPart } from './history/history-part.tsx';
import { HoursPart } from './hours/hours-part.tsx';
import { MenuPart } from './menu/menu-part.tsx';
import { NumbersPart } from './numbers/numbers-part.tsx';
import { PeoplePart } from './people/people-part.tsx';
import { firstPart } from './routing-parts.ts';
import { SwitchesPart } from './switches/switches-part.tsx';

/** The part of the setup that the address names. */
export const RoutingPartPage = ({ draft }: { draft: KeptDraft }) => {
  const { part = firstPart, at } = useSearch({ from: '/signed-in/clinics/$clinicId/routing' });
  const { number } = useScope();
  switch (part) {
    case 'numbers':
      return <NumbersPart />;
    case 'hours':
      return <HoursPart />;
    case 'menu':
      // Another number, or a link to another option, opens another tree.
      return <MenuPart key={`${number ?? ''} ${at ?? ''}`} at={at} />;
    case 'callers':
      return <CallersPart />;
    case 'emergencies':
      return <EmergenciesPart />;
    case 'departments':
      return <DepartmentsPart />;
    case 'people':
      return <PeoplePart />;
    case 'greetings':
      return <GreetingsPart />;
    case 'switches':
      return <SwitchesPart />;
    case 'history':
      return <HistoryPart draft={draft} />;
  }
};
