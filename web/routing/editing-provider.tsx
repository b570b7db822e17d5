import { useSearch } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentClinic } from '../accounts/current-clinic.tsx';
import { offerUndo } from '../ui/notice.tsx';
import type { KeptDraft } from './draft/routing-draft.ts';
import {
  EditingContext,
  ScopeContext,
  settingsOf,
  withSettings,
  type Editing,
  type Scope,
} from './editing.ts';

interface EditingProviderProps {
  draft: KeptDraft;
  children: ReactNode;
}

/** Hands the draft to the parts of the page, and says whose settings are being edited. */
export const EditingProvider = ({ draft, children }: EditingProviderProps) => {
  const { t } = useTranslation('routing');
  const { clinic } = useCurrentClinic();
  const { number: asked } = useSearch({ from: '/signed-in/clinics/$clinicId/routing' });
  const mayChange = clinic.role === 'owner' || clinic.role === 'manager';
  const { document, base } = draft.state;
  const { change } = draft;
  const number = document.numbers.some(({ phoneNumber }) => phoneNumber === asked) ? (asked ?? null) : null;

  const editing = useMemo<Editing>(
    () => ({
      document,
      directory: base.directory,
      mayChange,
      change,
      changeWithUndo: (next, done) => {
        change(next);
        offerUndo({ message: done, undoLabel: t('draft.undo'), onUndo: () => change(document) });
      },
    }),
    [document, base.directory, mayChange, change, t],
  );
  const scope = useMemo<Scope>(
    () => ({
      number,
      path: number === null ? 'settings' : `numbers/${number}`,
      settings: settingsOf(document, number),
      change: (part) => change(withSettings(document, number, (before) => ({ ...before, ...part }))),
    }),
    [document, number, change],
  );
  return (
    <EditingContext value={editing}>
      <ScopeContext value={scope}>{children}</ScopeContext>
    </EditingContext>
  );
};
