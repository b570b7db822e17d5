import { useEffect } from 'react';

let page = '';
let urgent: string | null = null;

const draw = (): void => {
  document.title = urgent ?? (page === '' ? 'Frontdesk' : `${page} · Frontdesk`);
};

/** Names the page in the browser's tab and history. */
export const usePageTitle = (title: string): void => {
  useEffect(() => {
    page = title;
    draw();
  }, [title]);
};

/** Takes the tab's title over until it is given back with null. */
export const setUrgentTitle = (title: string | null): void => {
  urgent = title;
  draw();
};
