/** A telephone that somebody in the sandbox's world owns. */
export type HandsetRecord = {
  readonly number: string;
  readonly name: string;
  readonly role: 'patient' | 'lead' | 'staff' | 'other';
  readonly clinic: string | null;
  readonly language: string | null;
  readonly email: string | null;
  /** What it does by itself when it is called, as JSON; null: it rings and waits for its person. */
  readonly behaviour: string | null;
  readonly createdAt: number;
};
