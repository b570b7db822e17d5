import type { BusinessHours, HolidaySettings } from '../../clinics/rules/opening.ts';
import type { UsableRule } from './choose-caller-rule.ts';
import type { Language } from '../../clinics/rules/language.ts';
import type { EmergencyWords } from './emergency-words.ts';

/** Text by language; a missing one falls back to the other, then to the built-in text. */
export type Spoken = { [L in Language]?: string | undefined };

/** Ids of recordings by language, played instead of the text. */
export type Recorded = { [L in Language]?: string | undefined };

/** Opening spans by ISO weekday (1 = Monday), local times "HH:MM"; an end at or before its start runs past midnight. */
export type AfterHours = 'voicemail' | 'menu' | 'staff' | 'external';

export type CallSettings = {
  id: string;
  language: Language;
  aiEnabled: boolean;
  menuEnabled: boolean;
  greeting: Spoken;
  callerRules: readonly UsableRule[];
  emergencyWords: EmergencyWords;
  menuTimeoutSeconds: number;
  /** how often the menu is repeated after silence or a wrong key before a person is rung */
  menuRepeats: number;
  ringSeconds: number;
  /** 0: when everybody is busy, voicemail at once */
  maxWaitSeconds: number;
  voicemailEnabled: boolean;
  voicemailMessage: Spoken;
  /** {} = always open */
  businessHours: BusinessHours;
  holidays: HolidaySettings;
  afterHours: AfterHours;
  afterHoursMessage: Spoken;
  afterHoursNumber: string | null;
  recordings: { greeting: Recorded; voicemail: Recorded; afterHours: Recorded };
};

export type MenuRoute =
  | { type: 'staff'; staffId: string }
  | { type: 'department'; departmentId: string }
  | { type: 'voicemail'; departmentId: string | null }
  | { type: 'ai'; departmentId: string | null; fallbackToStaff: boolean }
  | { type: 'external'; number: string }
  | { type: 'menu' };

export type MenuOption = {
  id: string;
  /** null: in the first menu */
  parentId: string | null;
  digit: string;
  label: string;
  spoken: Spoken;
  /** whoever chooses it has an emergency */
  emergency: boolean;
  order: number;
  route: MenuRoute;
};

export type Department = {
  id: string;
  name: string;
  /** whoever is put through to it has an emergency */
  emergency: boolean;
  voicemailGreeting: Spoken;
  voicemailRecordings: Recorded;
};

/** One way a staff member takes calls: for a department, or (null) for nobody in particular. */
export type StaffRoute = {
  departmentId: string | null;
  /** 1 is rung first; equal priorities ring together */
  priority: number;
  inPortal: boolean;
  /** E.164; null: not on their phone */
  phone: string | null;
  on: boolean;
};

export type StaffAtMoment = {
  id: string;
  name: string;
  routes: StaffRoute[];
  /** a portal session of theirs is open */
  online: boolean;
  /** their availability switch */
  available: boolean;
  busyWithCallId: string | null;
};

/** All that a routing decision looks at, as it stood at one moment. */
export type RoutingSnapshot = {
  clinic: {
    id: string;
    name: string;
    timeZone: string;
    /** in which callers are spoken to; at least one */
    languages: readonly Language[];
  };
  settings: CallSettings;
  options: MenuOption[];
  departments: Department[];
  staff: StaffAtMoment[];
};
