import { sayNeeds } from '../../consent/say-needs.ts';
import type { Channel } from '../../consent/rules/contact-request.ts';
import type { ClinicTransaction } from '../../platform/database/database.ts';
import { checkDraft } from '../check-draft.ts';
import { loadTemplate, loadTemplates, type LoadedTemplate } from './load-template.ts';
import type { Definition } from '../rules/definition.ts';
import { programOf } from '../rules/program.ts';
import { channelsOf, isSend } from '../rules/send.ts';
import type { TemplateItem } from '../rules/template-views.ts';

/** Every way by which it reaches somebody, in the order of its steps. */
const channelsIn = (definition: Definition): Channel[] => [
  ...new Set(
    [...programOf(definition).places.values()].flatMap(({ step }): Channel[] => {
      if (step.do === 'MAKE_PHONE_CALL') return ['call'];
      return isSend(step) ? channelsOf(step) : [];
    }),
  ),
];

const itemsOf = async (
  trx: ClinicTransaction,
  templates: readonly LoadedTemplate[],
  now: Temporal.Instant,
): Promise<TemplateItem[]> => {
  const needOf = await sayNeeds(trx, now);
  const items: TemplateItem[] = [];
  for (const template of templates) {
    const { definition } = template;
    const { purpose } = definition;
    const { faults } = await checkDraft(trx, definition);
    const needs = channelsIn(definition).map((channel) => ({ channel, ...needOf(channel, purpose) }));
    items.push({ ...template, purpose, needs, faults });
  }
  return items;
};

/** Every workflow that a clinic can begin with. */
export const showGallery = async (trx: ClinicTransaction, now: Temporal.Instant): Promise<TemplateItem[]> =>
  itemsOf(trx, await loadTemplates(trx), now);

export const showTemplate = async (
  trx: ClinicTransaction,
  key: string,
  now: Temporal.Instant,
): Promise<TemplateItem | null> => {
  const template = await loadTemplate(trx, key);
  return template === null ? null : (await itemsOf(trx, [template], now))[0]!;
};
