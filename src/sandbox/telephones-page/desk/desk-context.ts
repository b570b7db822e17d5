import { createContext, use } from 'react';
import { useStore } from '../app/store.ts';
import type { DeskState } from './desk-state.ts';
import type { Layout } from './layout.ts';
import type { Desk } from './start-desk.ts';

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (desk === null) throw new Error('There is no desk around this component');
  return desk;
}

export const useDeskState = <Picked>(select: (state: DeskState) => Picked): Picked =>
  useStore(useDesk().state, select);

export const useLayout = <Picked>(select: (layout: Layout) => Picked): Picked =>
  useStore(useDesk().layout, select);
