/** For the `ref` of a mark at the end of a list whose `key` changes with its length: keeps the end in sight. */
export const intoView = (mark: HTMLElement | null): void => mark?.scrollIntoView({ block: 'nearest' });
