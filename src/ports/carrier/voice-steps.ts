/** What a carrier is told to do with a call, in the product's words; an adapter writes it in the carrier's language. */

/** A place the carrier asks next: an endpoint under /api/twilio/voice with its query. */
export type Hook = { endpoint: string; query: Record<string, string> };

export type Prompt =
  /** `recording`: the id of what the clinic has recorded to be played instead */
  | { do: 'say'; text: string; language: 'en' | 'de'; recording?: string }
  | { do: 'play'; hook: Hook; loop: number /* 0 = without end */ }
  | { do: 'pause'; seconds: number };

export type DialTarget =
  | { kind: 'client'; identity: string; parameters: Record<string, string>; progress: Hook }
  | { kind: 'number'; number: string; whisper: Hook | null; progress: Hook };

export type VoiceStep =
  | Prompt
  /** Collects keys; `hook` is asked when some came (with `emptyToo` also when none came). */
  | { do: 'gather'; hook: Hook; digits: number; timeoutSeconds: number; prompts: Prompt[]; emptyToo: boolean }
  /** Rings all targets at once (at most 10); `hook` is asked when the conversation or the attempt is over. */
  | { do: 'dial'; hook: Hook; timeoutSeconds: number; callerId: string | null; targets: DialTarget[] }
  | { do: 'record'; hook: Hook; finished: Hook; maxSeconds: number; silenceSeconds: number }
  | { do: 'redirect'; hook: Hook }
  /** Waits in a queue, hearing `music`, until taken out; `hook` is asked when it leaves. */
  | { do: 'enqueue'; queue: string; music: Hook; hook: Hook }
  /** Talks with the first caller in the queue. */
  | { do: 'take-from-queue'; queue: string; hook: Hook }
  | { do: 'hang-up' };
