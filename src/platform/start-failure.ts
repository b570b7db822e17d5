/**
 * A reason not to start that the person at the terminal can mend. `main.ts` prints the message as one line
 * and exits with 1; every other exception keeps its stack trace, because it is ours to mend.
 */
export class StartFailure extends Error {
  override name = 'StartFailure';
}
