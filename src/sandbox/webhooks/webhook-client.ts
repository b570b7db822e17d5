/** What the carrier asks of a customer's server. Parameters go in the form (POST) or in the query (GET). */
export type WebhookTarget = { readonly url: string; readonly method: 'GET' | 'POST' };

export type Parameters = Readonly<Record<string, string>>;

export type DocumentRequest = WebhookTarget & {
  /** The call or message it is about: its inspector, and its cookies. */
  readonly sid: string;
  /** Where the cookies are kept; the call's own SID by default. */
  readonly cookies?: string;
  /** What every request of this call carries. */
  readonly parameters: Parameters;
  /** What this request adds (Digits, DialCallStatus …); lost when the server answers with a redirect. */
  readonly extra?: Parameters;
  /** Asked when the first answer is unusable, with ErrorCode and ErrorUrl. */
  readonly fallback?: WebhookTarget | null;
  /** Ends the waiting, for example because the caller has hung up. */
  readonly signal?: AbortSignal;
};

/** A document to carry out. `url` is where it finally came from: relative URLs in it start there. */
export type CallDocument =
  | { readonly kind: 'twiml'; readonly url: string; readonly text: string }
  /** text/plain: call instructions where it parses as such, else words to be spoken. */
  | { readonly kind: 'plain'; readonly url: string; readonly text: string }
  | { readonly kind: 'audio'; readonly url: string }
  /** Nothing usable came, from the fallback neither; `code` is the carrier's error code. */
  | { readonly kind: 'error'; readonly url: string; readonly code: number; readonly message: string };

export type StatusRequest = WebhookTarget & { readonly sid: string; readonly parameters: Parameters };

export type WebhookClient = {
  /** Never rejects but with the reason of an aborted `signal`. */
  fetchDocument(request: DocumentRequest): Promise<CallDocument>;
  /**
   * Sends a status callback. The callbacks of one `sid` leave in the order of these calls; the bad day may lose,
   * repeat or swap them. Never rejects; resolves when nothing more will be sent for it.
   */
  postStatus(request: StatusRequest): Promise<void>;
  /** Stops what is under way and waits for it. */
  close(): Promise<void>;
};
