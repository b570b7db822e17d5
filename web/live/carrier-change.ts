const listeners = new Set<() => void>();

export const tellCarrierChanged = (): void => {
  for (const each of listeners) each();
};

/** Calls back when the clinic has another carrier. @returns how to stop */
export const onCarrierChange = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
