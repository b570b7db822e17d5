import { useCallback, useEffect, useMemo, useReducer, useState, type ReactNode } from 'react';
import type { MyClinic } from '../accounts/me.query.ts';
import { usePresence } from './presence.ts';
import { rememberCall } from './remembered-call.ts';
import { SoftphoneContext } from './softphone-context.ts';
import { createSoftphoneLine } from './softphone-line.ts';
import {
  callToAcceptUnasked,
  idle,
  isBusy,
  reduceSoftphone,
  type SoftphoneFact,
  type SoftphoneState,
} from './softphone-state.ts';

const reduce = (state: SoftphoneState, { fact, at }: { fact: SoftphoneFact; at: number }): SoftphoneState =>
  reduceSoftphone(state, fact, at);

const secondsUntilDismissed = 12;

/** Holds the softphone above the pages, so that no navigation ends a call. */
export const SoftphoneProvider = ({ clinic: shown, children }: { clinic: MyClinic; children: ReactNode }) => {
  const [state, dispatch] = useReducer(reduce, idle);
  const report = useCallback((fact: SoftphoneFact) => dispatch({ fact, at: Date.now() }), []);
  const [clinic, setClinic] = useState(shown);
  const [line] = useState(() => createSoftphoneLine(report));
  // "Back" may lead to another clinic in mid-call; the call keeps its own.
  if (clinic.id !== shown.id && !isBusy(state)) setClinic(shown);

  const takesCalls = clinic.staffId !== null;
  useEffect(() => (takesCalls ? line.connect(clinic.id) : undefined), [clinic.id, takesCalls, line]);
  const device = takesCalls ? line.controls : null;

  usePresence(takesCalls ? clinic.id : null, state.connection === 'ready');

  const unasked = callToAcceptUnasked(state)?.callSid;
  useEffect(() => {
    if (unasked !== undefined) device?.accept(unasked);
  }, [unasked, device]);

  const talking = state.calls.find((call) => call.phase === 'talking');
  useEffect(() => {
    if (talking !== undefined) rememberCall(talking);
    else if (state.ended !== null) rememberCall(null);
  }, [talking, state.ended]);

  const dismiss = useCallback(() => report({ type: 'dismissed' }), [report]);
  useEffect(() => {
    if (state.ended === null) return undefined;
    const timer = setTimeout(dismiss, secondsUntilDismissed * 1000);
    return () => clearTimeout(timer);
  }, [state.ended, dismiss]);

  const softphone = useMemo(() => ({ clinic, state, device, dismiss }), [clinic, state, device, dismiss]);
  return <SoftphoneContext value={softphone}>{children}</SoftphoneContext>;
};
