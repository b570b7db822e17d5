/** A queue that callers may wait in; who waits is known to the live calls only. */
export type QueueRecord = {
  readonly sid: string;
  readonly friendlyName: string;
  readonly maxSize: number;
  readonly createdAt: number;
};
