/** One text message; times are milliseconds since the epoch. */
export type MessageRecord = {
  readonly sid: string;
  readonly direction: 'inbound' | 'outbound-api' | 'outbound-reply' | 'outbound-call';
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly status: MessageStatus;
  readonly segments: number;
  readonly createdAt: number;
  readonly sentAt: number | null;
  readonly updatedAt: number;
  readonly errorCode: number | null;
  readonly errorMessage: string | null;
};

export type MessageStatus =
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'received';
