import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { addPayment, changePayment } from '../../care/change-payment.ts';
import { loadCareOf } from '../../messages/templates/load-care-of.ts';
import { careValues } from '../../messages/rules/care-values.ts';
import { definitionSchema } from '../rules/definition.ts';
import { tellStory } from '../people/tell-stories.ts';
import { workThrough } from './work-through.ts';
import { startWorkflowsOnTrial } from '../workflows-on-trial.ts';

const { app, clinic, deps, by, inside, publish } = await startWorkflowsOnTrial();
const { clock } = app;

/** After a failed payment of somebody who owes more than 50: looks an hour later whether it is still unpaid. */
const dunning = definitionSchema.parse({
  trigger: {
    events: ['PAYMENT_FAILED'],
    filter: { combinator: 'and', rules: [{ field: 'patient.balanceCents', operator: '>', value: 5000 }] },
  },
  purpose: 'billing',
  reentry: { rule: 'always' },
  exits: [],
  steps: [
    { id: 'an-hour', do: 'WAIT', for: { until: 'later', span: { hours: 1 } }, ifPast: 'go-on' },
    {
      id: 'still-unpaid',
      do: 'CONDITION',
      if: { combinator: 'and', rules: [{ field: 'payment.status', operator: '=', value: 'failed' }] },
      yes: [{ id: 'unpaid', do: 'CREATE_CALL_NOTE', text: 'Still unpaid' }],
      no: [{ id: 'paid', do: 'CREATE_CALL_NOTE', text: 'Paid meanwhile' }],
    },
  ],
});

const patientWith = async (balance: number): Promise<string> =>
  inside(async (trx) => {
    const id = randomUUIDv7();
    const names = { given_name: 'Nora', family_name: 'Fields' };
    await trx
      .insertInto('patients')
      .values({ clinic_id: clinic.id, id, ...names, balance_cents: balance })
      .execute();
    return id;
  });
const failedPayment = async (patientId: string, amountCents: number): Promise<string> =>
  inside(async (trx) => {
    const link = `https://pay.example/${amountCents}`;
    const draft = { amountCents, dueOn: '2026-12-01', link, planId: null };
    const added = await addPayment(trx, patientId, draft, by());
    assert.ok(typeof added === 'object');
    await changePayment(trx, added.id, { status: 'failed' }, by());
    return added.id;
  });
const instanceOf = (patientId: string) =>
  inside((trx) =>
    trx
      .selectFrom('workflow_instances')
      .select('id')
      .where('clinic_id', '=', clinic.id)
      .where('patient_id', '=', patientId)
      .executeTakeFirst(),
  );
const stepsOf = async (patientId: string): Promise<string[]> => {
  const story = await inside(async (trx) => tellStory(trx, (await instanceOf(patientId))!.id));
  return story!.executions.flatMap(({ step }) => step ?? []);
};

await publish(dunning, 'After a failed payment');

test('a workflow looks at the balance before, and later at the payment that began it', async () => {
  const [owing, settled, paying] = [
    await patientWith(10_000),
    await patientWith(0),
    await patientWith(9_000),
  ];
  await failedPayment(owing, 7_500);
  await failedPayment(settled, 4_000);
  const paid = await failedPayment(paying, 8_000);
  await failedPayment(paying, 6_000);
  await workThrough(deps);
  assert.equal(await instanceOf(settled), undefined, '40 is not over 50');
  await inside((trx) => changePayment(trx, paid, { status: 'received' }, by()));
  clock.advance({ hours: 1 });
  await workThrough(deps);
  assert.ok((await stepsOf(owing)).includes('unpaid'));
  const ofBoth = await inside((trx) =>
    trx
      .selectFrom('tasks')
      .select('title')
      .where('clinic_id', '=', clinic.id)
      .where('patient_id', '=', paying)
      .orderBy('title')
      .execute(),
  );
  assert.deepEqual(
    ofBoth.map(({ title }) => title),
    ['Paid meanwhile', 'Still unpaid'],
  );
});

test('a text names the payment that began the workflow, not the one that is due first', async () => {
  const patientId = await patientWith(30_000);
  await failedPayment(patientId, 12_500);
  await workThrough(deps);
  const instanceId = (await instanceOf(patientId))!.id;
  await inside((trx) =>
    addPayment(trx, patientId, { amountCents: 900, dueOn: '2026-11-01', link: null, planId: null }, by()),
  );
  const [ofIt, atAll] = [
    { patientId, instanceId },
    { patientId, instanceId: null },
  ];
  const careOf = await inside((trx) => loadCareOf(trx, [ofIt, atAll]));
  const [of, plain] = [careValues(careOf(ofIt)!, 'en'), careValues(careOf(atAll)!, 'de')];
  assert.deepEqual([of['payment.amount'], of['payment.link']], ['$125.00', 'https://pay.example/12500']);
  assert.deepEqual([plain['payment.amount'], plain['payment.link']], ['9,00 $', undefined]);
  assert.deepEqual([of['patient.balance'], of['payment.due_date']], ['$300.00', 'December 1']);
});
