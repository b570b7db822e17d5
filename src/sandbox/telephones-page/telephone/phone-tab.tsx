import { useMemo } from 'react';
import type { Telephone } from '../desk/desk-state.ts';
import { useDesk } from '../desk/desk-context.ts';
import { telephoneActions } from '../desk/telephone-actions.ts';
import { CallFace } from './call-face.tsx';
import { DialFace } from './dial-face.tsx';
import { RingingFace } from './ringing-face.tsx';

/** The telephone itself: ready to dial, ringing, or in a call. */
export function PhoneTab({ telephone }: { telephone: Telephone }) {
  const desk = useDesk();
  const actions = useMemo(() => telephoneActions(desk, telephone.number), [desk, telephone.number]);
  switch (telephone.state) {
    case 'idle':
      return <DialFace telephone={telephone} actions={actions} />;
    case 'ringing':
      return <RingingFace telephone={telephone} actions={actions} />;
    case 'dialling':
    case 'in-call':
    default:
      return <CallFace telephone={telephone} actions={actions} />;
  }
}
