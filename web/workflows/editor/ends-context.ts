import { createContext, use } from 'react';

/** How the workflow begins and ends, in words. */
interface Ends {
  begins: string;
  isBegun: boolean;
  ends: string | null;
}

export const EndsContext = createContext<Ends>({ begins: '', isBegun: false, ends: null });
export const useEnds = () => use(EndsContext);
