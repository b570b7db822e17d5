import { sql } from 'kysely';
import { claimCalls } from '../../dialling/claim-calls.ts';
import { endOrders } from '../../dialling/end-orders.ts';
import { carrierOnTrial } from '../../messages/delivery/carrier-on-trial.ts';
import { deliverOnTrial } from '../../messages/delivery/deliver-on-trial.ts';
import type { CallOutcome } from '../rules/steps.ts';
import { workThrough } from './work-through.ts';
import type { startWorkflowsOnTrial } from '../workflows-on-trial.ts';

type OnTrial = Pick<Awaited<ReturnType<typeof startWorkflowsOnTrial>>, 'app' | 'clinic' | 'deps' | 'inside'>;

/** What follows from what is sent and dialled is done in the next round; nothing of these takes more of them. */
const rounds = 4;
const mostMoments = 80;

/** The engine with everything that is sent and dialled, on the test's clock. */
export const engineOnTrial = ({ app, clinic, deps, inside }: OnTrial) => {
  const { database, clock } = app;
  const carrier = carrierOnTrial();

  /** The telephone is dialled, and ends as said. */
  const dial = async (calls: CallOutcome): Promise<void> => {
    const spoken = { database, spoken: async (_trx: unknown, steps: never[]) => steps };
    const batch = await claimCalls(spoken, clinic.id, clock.now());
    const endings = batch.calls.map(({ orderId: id }) => ({
      id,
      status: 'over' as const,
      outcome: calls,
      reason: null,
    }));
    await inside((trx) => endOrders(trx, endings, clock.now()));
  };

  const doAllThatIsDue = async (calls: CallOutcome): Promise<void> => {
    for (let round = 0; round < rounds; round += 1) {
      await workThrough(deps);
      await dial(calls);
      await deliverOnTrial({ database, clock, carrier });
    }
  };

  /** When the engine has something to do next. */
  const nextTime = (): Promise<Temporal.Instant | null> =>
    inside(async (trx) => {
      const { rows } = await sql<{ at: Temporal.Instant | null }>`
        SELECT min(at) AS at FROM (
          SELECT wake_at AS at FROM workflow_instances WHERE clinic_id = ${clinic.id} AND status = 'running'
          UNION ALL SELECT due_at FROM message_outbox WHERE clinic_id = ${clinic.id}
          UNION ALL SELECT due_at FROM ordered_call_outbox WHERE clinic_id = ${clinic.id}) t`.execute(trx);
      return rows[0]?.at ?? null;
    });

  /** All that is due, and then to the next moment. @returns whether there is one */
  const goOn = async (calls: CallOutcome): Promise<boolean> => {
    await doAllThatIsDue(calls);
    const next = await nextTime();
    if (next !== null && Temporal.Instant.compare(next, clock.now()) > 0)
      clock.advance(clock.now().until(next));
    return next !== null;
  };

  /** @param calls how every call ends */
  const runToTheEnd = async (calls: CallOutcome): Promise<void> => {
    for (let moments = 0; moments < mostMoments; moments += 1) if (!(await goOn(calls))) return;
  };
  return { carrier, goOn, runToTheEnd };
};
