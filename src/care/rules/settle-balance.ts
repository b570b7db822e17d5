import { z } from 'zod';

export const paymentStatusSchema = z.enum(['due', 'failed', 'received', 'withdrawn']);
export type PaymentStatus = z.infer<typeof paymentStatusSchema>;

export const isUnpaid = (status: PaymentStatus): boolean => status === 'due' || status === 'failed';

/** More than this nobody owes, and no column holds. */
const most = 2_000_000_000;
const bounded = (cents: number): number => Math.max(-most, Math.min(most, cents));

/** What the patient owed without this payment. A balance that was typed in or read from a file since does not become a credit. */
const without = (balanceCents: number, movedCents: number): number =>
  bounded(
    movedCents > 0
      ? Math.max(balanceCents - movedCents, Math.min(balanceCents, 0))
      : balanceCents - movedCents,
  );

/**
 * What the patient owes once this payment has that status. Whatever it did to the balance before is taken back first, so
 * that a mistake put right leaves no trace. What is asked for is part of the balance: the balance rises only where it is
 * smaller than all that is asked for.
 * What arrives is taken off as far as something is owed. A credit stays: it is the practice's books that settle it.
 * @param movedCents by how much this payment has changed the balance until now
 * @param otherCents what other payments ask for
 */
export const settleBalance = (
  { amountCents, movedCents, status }: { amountCents: number; movedCents: number; status: PaymentStatus },
  balanceCents: number,
  otherCents: number,
): { balanceCents: number; movedCents: number } => {
  const base = without(balanceCents, movedCents);
  const settled = (): number => {
    if (status === 'withdrawn' || base < 0) return base;
    if (isUnpaid(status)) return Math.max(base, otherCents + amountCents);
    return Math.max(base - amountCents, Math.min(base, otherCents));
  };
  const after = bounded(settled());
  return { balanceCents: after, movedCents: after - base };
};
