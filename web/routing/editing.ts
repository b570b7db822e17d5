import { createContext, use } from 'react';
import type { Directory } from '../../src/routing/rules/draft-view.ts';
import type { RoutingDocument, SettingsDocument } from '../../src/routing/rules/routing-document.ts';

/** What every part of the page works on. */
export interface Editing {
  document: RoutingDocument;
  directory: Directory;
  /** False for those who may look only. */
  mayChange: boolean;
  change: (document: RoutingDocument) => void;
  /** As `change`, with a notice that takes it back. */
  changeWithUndo: (document: RoutingDocument, done: string) => void;
}

/** The settings that are being edited: those of all numbers, or of one that has its own. */
export interface Scope {
  /** null = all numbers without settings of their own */
  number: string | null;
  /** where they stand in the document: `settings`, `numbers/+1312…` */
  path: string;
  settings: SettingsDocument;
  change: (part: Partial<SettingsDocument>) => void;
}

export const EditingContext = createContext<Editing | null>(null);
export const ScopeContext = createContext<Scope | null>(null);

export const useEditing = (): Editing => {
  const editing = use(EditingContext);
  if (editing === null) throw new Error('outside of the routing page');
  return editing;
};

export const useScope = (): Scope => {
  const scope = use(ScopeContext);
  if (scope === null) throw new Error('outside of the routing page');
  return scope;
};

export const settingsOf = ({ settings, numbers }: RoutingDocument, number: string | null): SettingsDocument =>
  numbers.find((each) => each.phoneNumber === number)?.settings ?? settings;

export const withSettings = (
  document: RoutingDocument,
  number: string | null,
  change: (settings: SettingsDocument) => SettingsDocument,
): RoutingDocument => {
  if (number === null) return { ...document, settings: change(document.settings) };
  const numbers = document.numbers.map((each) =>
    each.phoneNumber === number ? { ...each, settings: change(each.settings) } : each,
  );
  return { ...document, numbers };
};
