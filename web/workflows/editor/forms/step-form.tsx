import type { FaultCode } from '../../../../src/workflows/rules/definition-fault.ts';
import type { Step } from '../../../../src/workflows/rules/steps.ts';
import { BranchForm } from './branch-form.tsx';
import { CallForm } from './call-form.tsx';
import { ConditionForm } from './condition-form.tsx';
import { FaultList } from './fault-list.tsx';
import classes from './forms.module.css';
import { MessageForm } from './message-form.tsx';
import { ReminderForm } from './reminder-form.tsx';
import type { FormOf } from './step-form-props.ts';
import { TaskForm } from './task-form.tsx';
import { WaitForm } from './wait-form.tsx';

/** Everything that can be said about a step, whatever its kind. */
export const StepForm = (form: FormOf<Step>) => {
  const elsewhere = form.faults.filter(({ code }) => !inFields[form.step.do].includes(code));
  return (
    <div key={form.step.id} className={classes.form}>
      <FaultList faults={elsewhere} />
      <Fields {...form} />
    </div>
  );
};

const message: FaultCode[] = ['no-text', 'text-faulty', 'no-subject', 'no-such-template', 'fallback-twice'];

const condition: FaultCode[] = ['no-condition', 'no-value', 'unknown-field', 'unknown-step-in-rule'];

/** What a form says beside the field that it is about. */
const inFields: Record<Step['do'], FaultCode[]> = {
  SEND: message,
  SEND_SMS: message,
  SEND_APPOINTMENT_REMINDER: [],
  MAKE_PHONE_CALL: [
    'no-text',
    'text-faulty',
    'tells-too-much',
    'same-meaning-twice',
    'no-such-department',
    'no-span',
    'no-outcome',
  ],
  CREATE_CALL_NOTE: ['no-text'],
  SCHEDULE_CALLBACK: ['no-text', 'no-span', 'no-appointment'],
  NOTIFY_TEAM_MEMBER: ['no-text', 'no-such-staff'],
  RESCHEDULE_APPOINTMENT: ['no-text'],
  SCHEDULE_APPOINTMENT: ['no-text'],
  WAIT: ['no-span', 'no-appointment', ...condition],
  CONDITION: condition,
  BRANCH: ['no-name', 'percent-over-100', 'branch-without-rule', ...condition],
};

const Fields = ({ step, ...form }: FormOf<Step>) => {
  switch (step.do) {
    case 'SEND':
    case 'SEND_SMS':
      return <MessageForm {...form} step={step} />;
    case 'SEND_APPOINTMENT_REMINDER':
      return <ReminderForm {...form} step={step} />;
    case 'MAKE_PHONE_CALL':
      return <CallForm {...form} step={step} />;
    case 'WAIT':
      return <WaitForm {...form} step={step} />;
    case 'CONDITION':
      return <ConditionForm {...form} step={step} />;
    case 'BRANCH':
      return <BranchForm {...form} step={step} />;
    default:
      return <TaskForm {...form} step={step} />;
  }
};
