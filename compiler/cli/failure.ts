/** The command could not run: one plain Chinese message for the user, exit code 2. */
export class CommandFailure extends Error {
  /** What to do next, on its own line. */
  readonly advice: string | null;

  constructor(message: string, advice: string | null = null) {
    super(message);
    this.name = "CommandFailure";
    this.advice = advice;
  }
}

/** The user pressed Ctrl-C: the command ends with 130, as is usual, and leaves nothing half-written. */
export class Interrupted extends Error {
  constructor() {
    super("interrupted");
    this.name = "Interrupted";
  }
}
