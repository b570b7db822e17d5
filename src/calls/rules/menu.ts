import type { VoiceStep } from '../../ports/carrier/voice-steps.ts';
import type { MenuOption, MenuRoute } from '../../routing/rules/routing-snapshot.ts';
import type { CallState, Phase, Wish } from './call-state.ts';
import { after, decide, hook, type CallContext, type Decision, type HistoryEntry } from './decision.ts';
import { dialOutside } from './external.ts';
import { announcementIn, optionText, promptsIn, type Say } from './prompts.ts';
import { noteEmergency } from './recognised-emergency.ts';
import { ringNext } from './ring.ts';
import { toVoicemail } from './voicemail.ts';

type MenuPhase = Extract<Phase, { at: 'menu' }>;

const optionsOf = (context: CallContext, menuId: string | null): MenuOption[] =>
  context.snapshot.options.filter((option) => option.parentId === menuId);

const say = (state: CallState, text: string): Say => ({ do: 'say', text, language: state.language });

/** Reads a menu and waits for one key; on silence the carrier falls through to the redirect. */
const menuSteps = (
  state: CallState,
  context: CallContext,
  menuId: string | null,
  before: Say[],
): VoiceStep[] => {
  const texts = optionsOf(context, menuId).map((option) => optionText(option, state.language));
  return [
    {
      do: 'gather',
      hook: hook(state, 'ivr-gather'),
      digits: 1,
      timeoutSeconds: context.snapshot.settings.menuTimeoutSeconds,
      prompts: [...before, ...texts.map((text) => say(state, text))],
      emptyToo: false,
    },
    { do: 'redirect', hook: hook(state, 'ivr-gather') },
  ];
};

/** Offers a menu from its beginning. `before` is said first: the greeting, or that the clinic is closed. */
export const offerMenu = (
  state: CallState,
  context: CallContext,
  menuId: string | null,
  before: Say[],
  reason: string,
): Decision => {
  const next: CallState = { ...state, phase: { at: 'menu', menuId, misses: 0 } };
  return decide(next, {
    steps: menuSteps(next, context, menuId, before),
    history: [{ kind: 'menu-offered', reason }],
  });
};

export const greeting = (state: CallState, { snapshot }: CallContext): Say =>
  announcementIn(
    state.language,
    { text: snapshot.settings.greeting, recordings: snapshot.settings.recordings.greeting },
    promptsIn(state.language).greeting(snapshot.clinic.name),
  );

const wishFor = (target: Wish['target'], departmentId: string | null, menuLabel: string | null): Wish => ({
  target,
  departmentId,
  menuLabel,
  tried: [],
  waitingSince: null,
  returnTo: null,
});

/** Anybody who takes general calls. */
export const anyone = (menuLabel: string | null = null): Wish => wishFor({ kind: 'anyone' }, null, menuLabel);

/** Where a call goes by a key or by a rule about its caller. @param label what the key is called; null: there was none */
export const goTo = (
  state: CallState,
  context: CallContext,
  route: Exclude<MenuRoute, { type: 'menu' }>,
  label: string | null,
): Decision => {
  const by = label === null ? 'caller-rule' : 'menu';
  const wished = (wish: Wish): CallState => ({ ...state, wish });
  switch (route.type) {
    case 'department':
      return ringNext(
        wished(wishFor({ kind: 'department', departmentId: route.departmentId }, route.departmentId, label)),
        context,
        'announce',
      );
    case 'staff':
      return ringNext(
        wished(wishFor({ kind: 'staff', staffId: route.staffId }, null, label)),
        context,
        'announce',
      );
    case 'voicemail':
      return toVoicemail(wished({ ...anyone(label), departmentId: route.departmentId }), context, by);
    case 'external':
      return dialOutside(wished(anyone(label)), context, route.number, by);
    case 'ai': {
      const target: Wish['target'] =
        route.departmentId === null
          ? { kind: 'anyone' }
          : { kind: 'department', departmentId: route.departmentId };
      const next: CallState = {
        ...wished(wishFor(target, route.departmentId, label)),
        phase: { at: 'assistant' },
      };
      return decide(next, { steps: [{ do: 'redirect', hook: hook(next, 'ai-gather') }] });
    }
  }
};

const follow = (state: CallState, context: CallContext, { id, route, label }: MenuOption): Decision =>
  route.type === 'menu' ? offerMenu(state, context, id, [], 'sub-menu') : goTo(state, context, route, label);

/** Silence or a key that is not offered: the menu again, and after that a person. */
const missed = (state: CallState, context: CallContext, phase: MenuPhase, digits: string): Decision => {
  const entry: HistoryEntry = {
    kind: 'menu-missed',
    reason: digits === '' ? 'silence' : 'invalid-key',
    ...(digits === '' ? {} : { detail: { key: digits.slice(0, 8) } }),
  };
  if (phase.misses >= context.snapshot.settings.menuRepeats) {
    return after([entry], ringNext({ ...state, wish: anyone() }, context, 'announce'));
  }
  const next: CallState = { ...state, phase: { ...phase, misses: phase.misses + 1 } };
  const before = digits === '' ? [] : [say(state, promptsIn(state.language).notUnderstood)];
  return decide(next, { steps: menuSteps(next, context, phase.menuId, before), history: [entry] });
};

/** A key (or silence, '') while a menu is offered. Only the first key counts: menus take one. */
export const onKeys = (
  state: CallState,
  context: CallContext,
  phase: MenuPhase,
  digits: string,
): Decision => {
  const option = optionsOf(context, phase.menuId).find((candidate) => candidate.digit === digits);
  if (!option) return missed(state, context, phase, digits);
  const chosen: HistoryEntry = {
    kind: 'menu-chosen',
    reason: option.route.type,
    detail: { key: digits, label: option.label },
  };
  if (!option.emergency) return after([chosen], follow(state, context, option));
  const noted = noteEmergency(state, { by: 'menu', detail: option.label }, context.now);
  return after([chosen, ...noted.history], follow(noted.state, context, option));
};
