import type { FaultCode } from './definition-fault.ts';
import { hangsOnAppointment, type Moment, type Span } from './moment.ts';
import type { RuleGroup } from './rule-tree.ts';
import { contentOf, isSend, type SendStep } from './send.ts';
import type { BranchStep, Localized, PhoneCallStep, Step } from './steps.ts';

const isSaid = (text: Localized): boolean => Boolean(text.en?.trim()) || Boolean(text.de?.trim());

const isNoSpan = (span: Span): boolean => Object.values(span).every((count = 0) => count === 0);

/** Says neither how long nor until what time of the day. */
const isNoTime = (moment: Moment): boolean =>
  'span' in moment && moment.at === undefined && isNoSpan(moment.span);

export const isEmptyGroup = (group: RuleGroup | undefined): boolean => group?.rules.length === 0;

const branchFaults = ({ by, branches }: BranchStep): FaultCode[] => {
  const found: FaultCode[] = [];
  const names = branches.map(({ name }) => name.trim());
  if (names.includes('')) found.push('no-name');
  if (new Set(names).size < names.length) found.push('same-name-twice');
  if (by === 'condition' && branches.some(({ if: rule }) => rule === undefined || isEmptyGroup(rule)))
    found.push('branch-without-rule');
  const sum = branches.reduce((total, { percent = 0 }) => total + percent, 0);
  if (by === 'percent' && sum > 100) found.push('percent-over-100');
  return found;
};

const callFaults = ({ script, keys, retry }: PhoneCallStep): FaultCode[] => {
  const found: FaultCode[] = [];
  const meanings = Object.values(keys);
  if (!isSaid(script)) found.push('no-text');
  if (new Set(meanings).size < meanings.length) found.push('same-meaning-twice');
  if (retry && isNoSpan(retry.after)) found.push('no-span');
  if (retry?.on.length === 0) found.push('no-outcome');
  return found;
};

const sendFaults = (step: SendStep): FaultCode[] => {
  const found: FaultCode[] = [];
  const content = contentOf(step);
  if ('text' in content && !isSaid(content.text)) found.push('no-text');
  if (step.do !== 'SEND') return found;
  const tried = [step.channel, ...(step.fallback ?? [])];
  if (new Set(tried).size < tried.length) found.push('fallback-twice');
  const named = 'templateId' in content || (content.subject !== undefined && isSaid(content.subject));
  if (!named && tried.includes('email')) found.push('no-subject');
  return found;
};

/** What is wrong with a step by itself, or missing in it. */
export const ownFaults = (step: Step, aboutAppointment: boolean): FaultCode[] => {
  if (isSend(step)) {
    const lost = step.do === 'SEND_APPOINTMENT_REMINDER' && !aboutAppointment;
    return [...(lost ? (['no-appointment'] as const) : []), ...sendFaults(step)];
  }
  switch (step.do) {
    case 'WAIT': {
      const found: FaultCode[] = [];
      if (isNoTime(step.for)) found.push('no-span');
      if (isEmptyGroup(step.asSoonAs)) found.push('no-condition');
      if (hangsOnAppointment(step.for) && !aboutAppointment) found.push('no-appointment');
      return found;
    }
    case 'CONDITION':
      return isEmptyGroup(step.if) ? ['no-condition'] : [];
    case 'BRANCH':
      return branchFaults(step);
    case 'MAKE_PHONE_CALL':
      return callFaults(step);
    case 'SCHEDULE_CALLBACK':
      return [
        ...(step.text.trim() === '' ? (['no-text'] as const) : []),
        ...(step.due && isNoTime(step.due) ? (['no-span'] as const) : []),
        ...(step.due && hangsOnAppointment(step.due) && !aboutAppointment
          ? (['no-appointment'] as const)
          : []),
      ];
    default:
      return step.text.trim() === '' ? ['no-text'] : [];
  }
};
