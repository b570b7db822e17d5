/**
 * An object that stays while what is behind it is exchanged: whoever holds it uses the newest without knowing.
 * For adapters, whose functions need no `this`.
 */
export const exchangeable = <Port extends object>(
  first: Port,
): { port: Port; current: () => Port; exchange: (next: Port) => void } => {
  let current = first;
  const port = new Proxy(first, { get: (_first, name) => Reflect.get(current, name) as unknown });
  return {
    port,
    current: () => current,
    exchange: (next) => {
      current = next;
    },
  };
};
