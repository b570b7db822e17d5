/** What a look at the carrier's account found; `number` is E.164. */
export type CarrierFinding = {
  finding:
    | 'account-fine'
    | 'wrong-credentials'
    | 'account-suspended'
    | 'account-on-trial'
    | 'carrier-unreachable'
    | 'no-softphone-key'
    | 'wrong-softphone-key'
    | 'number-connected'
    | 'number-missing'
    | 'number-elsewhere';
  number: string | null;
  detail: string | null;
};

/** What the product expects of the account. */
export type ExpectedOfCarrier = {
  /** E.164 */
  numbers: readonly string[];
  /** where the numbers' calls have to go */
  voiceUrl: string;
};
