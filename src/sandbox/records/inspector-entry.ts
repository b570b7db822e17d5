export type InspectorKind = 'webhook-request' | 'webhook-response' | 'verb' | 'event' | 'error' | 'rest';

/** One line of the call inspector: what happened to a call or a message, in order. */
export type InspectorEntry = {
  /** The call or message it is about. */
  readonly sid: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly kind: InspectorKind;
  readonly title: string;
  readonly detail: object;
};
