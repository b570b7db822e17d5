export const scopes = ['open', 'mine', 'due', 'done'] as const;
export type Scope = (typeof scopes)[number];
const kinds = ['task', 'callback', 'note'] as const;

export interface TaskSearch {
  show?: Scope;
  kind?: (typeof kinds)[number];
}

/** Only what is a filter is taken from the address. */
export const readTaskSearch = ({ show, kind }: Record<string, unknown>): TaskSearch => ({
  ...(scopes.some((scope) => scope === show) && show !== 'open' ? { show: show as Scope } : {}),
  ...(kinds.some((one) => one === kind) ? { kind: kind as (typeof kinds)[number] } : {}),
});
