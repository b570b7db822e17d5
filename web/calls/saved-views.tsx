import { Button, Menu, Popover } from '@mantine/core';
import {
  IconBookmark,
  IconCheck,
  IconChevronDown,
  IconPlus,
  IconSettings,
  IconStar,
} from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyClinic } from '../accounts/me.query.ts';
import { readCallSearch, sameSearch, type CallSearch } from './call-search.ts';
import { EditView, NewView } from './edit-view.tsx';
import { useSavedViews } from './use-saved-views.ts';

interface SavedViewsProps {
  clinic: MyClinic;
  search: CallSearch;
  onChoose: (search: CallSearch) => void;
}

/** Once for each visit of the portal: after that, an empty search is what the person wants. */
const openedWithDefault = new Set<string>();

const useDefaultView = (
  clinicId: string,
  search: CallSearch,
  wanted: CallSearch | undefined,
  open: () => void,
) => {
  const onReady = useEffectEvent(open);
  const first = wanted !== undefined && !openedWithDefault.has(clinicId);
  useEffect(() => {
    if (!first) return;
    openedWithDefault.add(clinicId);
    if (Object.keys(search).length === 0) onReady();
  }, [first, clinicId, search]);
};

/** Searches that are kept: choose one, keep this one, change or delete one. */
export const SavedViews = ({ clinic, search, onChoose }: SavedViewsProps) => {
  const { t } = useTranslation('callDesk');
  const saved = useSavedViews(clinic.id);
  const [panel, setPanel] = useState<{ editing: string | null } | null>(null);
  const current = saved.views.find((view) => sameSearch(readCallSearch(view.search), search));
  const edited = saved.views.find((view) => view.id === panel?.editing);
  const standard = saved.views.find((view) => view.isDefault);
  const choose = (chosen: CallSearch): void => onChoose(readCallSearch(chosen));
  useDefaultView(clinic.id, search, standard?.search, () => choose(standard?.search ?? {}));
  const mayKeep = clinic.role !== 'readonly';
  const mayChange = (mine: boolean): boolean =>
    mayKeep && (mine || clinic.role === 'owner' || clinic.role === 'manager');
  return (
    <Popover
      opened={panel !== null}
      onChange={(opened) => !opened && setPanel(null)}
      position="bottom-end"
      trapFocus
      returnFocus
      // Its anchor is no control: the menu inside opens it, so the roles stand on the panel alone.
      withRoles={false}
    >
      <Popover.Target>
        <div>
          <Menu position="bottom-end" width={280}>
            <Menu.Target>
              <Button
                variant="default"
                leftSection={<IconBookmark size={16} aria-hidden />}
                rightSection={<IconChevronDown size={16} aria-hidden />}
              >
                {current?.name ?? (Object.keys(search).length === 0 ? t('views.all') : t('views.unsaved'))}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => choose({})}>{t('views.all')}</Menu.Item>
              {saved.views.map((view) => (
                <Menu.Item
                  key={view.id}
                  leftSection={
                    view.isDefault ? <IconStar size={16} aria-label={t('views.isDefault')} /> : null
                  }
                  rightSection={view.id === current?.id ? <IconCheck size={16} aria-hidden /> : null}
                  onClick={() => choose(view.search)}
                >
                  {view.mine ? view.name : t('views.from', { name: view.name, owner: view.owner })}
                </Menu.Item>
              ))}
              {mayKeep && <Menu.Divider />}
              {mayKeep && current === undefined && Object.keys(search).length > 0 && (
                <Menu.Item
                  leftSection={<IconPlus size={16} aria-hidden />}
                  onClick={() => setPanel({ editing: null })}
                >
                  {t('views.keep')}
                </Menu.Item>
              )}
              {current !== undefined && (
                <Menu.Item
                  leftSection={<IconStar size={16} aria-hidden />}
                  onClick={() => saved.open(current.isDefault ? null : current)}
                >
                  {current.isDefault ? t('views.noDefault') : t('views.makeDefault')}
                </Menu.Item>
              )}
              {current !== undefined && mayChange(current.mine) && (
                <Menu.Item
                  leftSection={<IconSettings size={16} aria-hidden />}
                  onClick={() => setPanel({ editing: current.id })}
                >
                  {t('views.change', { name: current.name })}
                </Menu.Item>
              )}
              {saved.views.length === 0 && Object.keys(search).length === 0 && (
                <Menu.Label>{t('views.hint')}</Menu.Label>
              )}
            </Menu.Dropdown>
          </Menu>
        </div>
      </Popover.Target>
      <Popover.Dropdown
        w={300}
        role="dialog"
        aria-label={edited === undefined ? t('views.keep') : t('views.change', { name: edited.name })}
      >
        {edited === undefined ? (
          <NewView
            onKeep={(name, shared) => saved.add(name, shared, search)}
            onClose={() => setPanel(null)}
          />
        ) : (
          <EditView
            view={edited}
            onChange={(change) => saved.change(edited, change)}
            onDelete={() => saved.remove(edited)}
            onClose={() => setPanel(null)}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
};
