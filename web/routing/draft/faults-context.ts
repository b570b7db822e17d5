import { createContext, use } from 'react';
import type { Fault } from '../../../src/routing/rules/fault.ts';
import { isWithin } from './path-place.ts';

/** What is wrong with the draft as the server has it. */
export const FaultsContext = createContext<readonly Fault[]>([]);

/**
 * What is wrong at a place of the document.
 * @param exactly True: not with what lies within it
 */
export const useFaultsAt = (place: string, exactly = false): readonly Fault[] =>
  use(FaultsContext).filter(({ path }) => (exactly ? path.join('/') === place : isWithin(path, place)));
