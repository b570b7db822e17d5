import type { TemplateDraft } from '../../messages/rules/template-views.ts';

/** When something was, in the clinic's zone: on a working day before today, or so long before now. */
export type PastTime = { workdaysAgo: number; at: string } | { minutesAgo: number };

/** How a call went. Keys are those of the clinic's menu. */
export type PastCall = {
  when: PastTime;
  /** full name of a patient, name of a lead, or a number that nobody has */
  from: string;
  key: string;
  came:
    | { to: 'talk'; with: string; seconds: number; note?: string }
    /** `mark`: what became of the message since */
    | { to: 'voicemail'; said: string; mark: 'new' | 'heard' | 'done'; by: string }
    /** the caller gave up while it rang */
    | { to: 'nothing'; seconds: number };
};

/** What a patient wrote to the clinic, and what somebody of the staff answered. */
export type PastText = {
  when: PastTime;
  from: string;
  text: string;
  answer?: { by: string; text: string; minutesLater: number };
};

/** A text that the clinic keeps for its messages. */
export type PastTemplate = Pick<TemplateDraft, 'name' | 'about' | 'purpose'> & { en: string; de: string };

/** What has happened in a demo clinic before somebody looks at it for the first time; the appointments are planned. */
export type DemoPast = {
  /** who published the workflows that run */
  manager: string;
  /** keys of the gallery */
  workflows: readonly string[];
  /** how patients say yes to a reminder */
  yes: string;
  templates: readonly PastTemplate[];
  /** who called those back whose call was missed, but for the last of them */
  callsBack: string;
  calls: readonly PastCall[];
  texts: readonly PastText[];
};
