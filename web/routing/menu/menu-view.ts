import { createContext, use } from 'react';

/** What of the tree is open to be edited, and what is folded away. */
export interface MenuView {
  openId: string | null;
  open: (id: string | null) => void;
  folded: ReadonlySet<string>;
  fold: (id: string) => void;
  add: (parentId: string | null) => void;
}

export const MenuViewContext = createContext<MenuView | null>(null);

export const useMenuView = (): MenuView => {
  const view = use(MenuViewContext);
  if (view === null) throw new Error('outside of the menu');
  return view;
};
