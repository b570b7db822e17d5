import { createContext, useContext } from 'react';
import type { MyClinic } from '../accounts/me.query.ts';
import type { SoftphoneControls } from './softphone-device.ts';
import { idle, type SoftphoneState } from './softphone-state.ts';

export interface Softphone {
  /** The clinic whose calls ring here: it stays the same while a call lasts, whatever page is open. */
  clinic: MyClinic | null;
  state: SoftphoneState;
  /** null for an account that takes no calls in this clinic. */
  device: SoftphoneControls | null;
  /** Puts the word about the ended call away. */
  dismiss: () => void;
}

export const SoftphoneContext = createContext<Softphone>({
  clinic: null,
  state: idle,
  device: null,
  dismiss: () => undefined,
});

export const useSoftphone = (): Softphone => useContext(SoftphoneContext);
