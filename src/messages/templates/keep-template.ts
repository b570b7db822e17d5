import { recordAudit } from '../../audit/record-audit.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { announce } from '../../platform/live-updates.ts';
import { checkTemplate, type TextFault } from '../rules/template-engine.ts';
import type { TemplateDraft } from '../rules/template-views.ts';
import {
  archiveTemplate,
  insertTemplate,
  isNameTaken,
  lockTemplate,
  updateTemplate,
} from './templates.store.ts';

type By = { userId: string; at: Temporal.Instant };
type Language = 'en' | 'de';

export type KeptTemplate =
  | { ok: true; id: string }
  | { ok: false; why: 'name-taken' | 'no-such-template' }
  | { ok: false; why: 'changed-meanwhile'; revision: number }
  | { ok: false; why: 'faulty'; where: string; fault: TextFault };

/** The first thing that keeps one of the texts from being filled in. */
const faultIn = ({ texts, about }: Pick<TemplateDraft, 'texts' | 'about'>): KeptTemplate | null => {
  for (const [language, text] of Object.entries(texts) as [Language, TemplateDraft['texts'][Language]][])
    for (const part of ['subject', 'body'] as const) {
      const [fault] = checkTemplate(text?.[part] ?? '', about, language);
      if (fault !== undefined) return { ok: false, why: 'faulty', where: `texts.${language}.${part}`, fault };
    }
  return null;
};

const note = async (trx: ClinicTransaction, id: string, action: string, by: By): Promise<void> => {
  await recordAudit(trx, { ...by, action, subject: { kind: 'template', id } });
  await announce(trx, 'messages');
};

/** Keeps a new template. What could not be filled in for a patient is refused now, not when it is sent. */
export const addTemplate = async (
  trx: ClinicTransaction,
  draft: TemplateDraft,
  by: By,
): Promise<KeptTemplate> => {
  const faulty = faultIn(draft);
  if (faulty !== null) return faulty;
  const id = await insertTemplate(trx, draft, by);
  if (id === null) return { ok: false, why: 'name-taken' };
  await note(trx, id, 'template.added', by);
  return { ok: true, id };
};

/** Saves a new version, which everything that is sent from now on is written from. @param revision as it was seen */
export const changeTemplate = async (
  trx: ClinicTransaction,
  id: string,
  { revision, ...draft }: Omit<TemplateDraft, 'channel'> & { revision: number },
  by: By,
): Promise<KeptTemplate> => {
  const state = await lockTemplate(trx, id);
  if (state === null || state.archived) return { ok: false, why: 'no-such-template' };
  if (state.revision !== revision) return { ok: false, why: 'changed-meanwhile', revision: state.revision };
  const faulty = faultIn(draft);
  if (faulty !== null) return faulty;
  if (await isNameTaken(trx, draft.name, id)) return { ok: false, why: 'name-taken' };
  await updateTemplate(trx, id, { ...draft, version: state.version + 1 }, by);
  await note(trx, id, 'template.changed', by);
  return { ok: true, id };
};

/** Puts a template away. Workflows that use it go on sending it. @returns false when there is none, or it is away */
export const putTemplateAway = async (trx: ClinicTransaction, id: string, by: By): Promise<boolean> => {
  const done = await archiveTemplate(trx, id, by.at);
  if (done) await note(trx, id, 'template.archived', by);
  return done;
};
