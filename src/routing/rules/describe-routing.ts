import type { MenuOption, RoutingSnapshot } from './routing-snapshot.ts';
import type { MenuItem, RoutingView, SettingsView } from './routing-view.ts';

/** Settings that no decision about a call looks at. */
export type VoicemailKeeping = { voicemailEmail: string | null; voicemailRetentionDays: number };

const treeOf = (options: MenuOption[], parentId: string | null): MenuItem[] =>
  options
    .filter((option) => option.parentId === parentId)
    .map(({ id, digit, label, spoken, route }) => ({
      digit,
      label,
      spoken,
      route: route.type === 'menu' ? { type: 'menu', options: treeOf(options, id) } : route,
    }));

const settingsOf = ({ settings }: RoutingSnapshot, keeping: VoicemailKeeping): SettingsView => {
  const { id: _, language: __, ...plain } = settings;
  return { ...plain, ...keeping };
};

export const describeRouting = (snapshot: RoutingSnapshot, keeping: VoicemailKeeping): RoutingView => ({
  language: snapshot.settings.language,
  settings: settingsOf(snapshot, keeping),
  menu: treeOf(snapshot.options, null),
  departments: snapshot.departments,
  staff: snapshot.staff.map(({ id, name, routes }) => ({ id, name, routes })),
});
