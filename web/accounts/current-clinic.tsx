import { createContext, useContext, type ReactNode } from 'react';
import type { Me } from '../../src/accounts/rules/account-views.ts';
import { preference } from '../platform/preference.ts';
import type { MyClinic } from './me.query.ts';

interface CurrentClinic {
  me: Me;
  clinic: MyClinic;
}

const Context = createContext<CurrentClinic | null>(null);

export const CurrentClinicProvider = ({ me, clinic, children }: CurrentClinic & { children: ReactNode }) => (
  <Context value={{ me, clinic }}>{children}</Context>
);

/** The clinic in the address bar, and the account that looks at it. Only inside the frame. */
export const useCurrentClinic = (): CurrentClinic => {
  const current = useContext(Context);
  if (current === null) throw new Error('useCurrentClinic outside of the frame');
  return current;
};

/** The clinic to open first next time. */
export const lastClinic = preference('clinic', (text): text is string => text !== '');
