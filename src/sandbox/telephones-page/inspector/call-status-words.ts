const KNOWN = [
  'queued', 'initiated', 'ringing', 'in-progress', 'completed', 'busy', 'no-answer', 'failed', 'canceled',
] as const; // prettier-ignore

type Known = (typeof KNOWN)[number];

/** A call's status in words; what the sandbox calls by another name is shown as it is. */
export function callStatusWords(status: string, t: (key: `callStatus.${Known}`) => string): string {
  const known = KNOWN.find((each) => each === status);
  return known ? t(`callStatus.${known}`) : status;
}
