import type { ChineseCommand } from "./chinese-commander.ts";
import type { Io } from "./io.ts";

/** 0: done and clean; 1: done, with findings; a command that could not run throws a `CommandFailure` and ends with 2. */
export type ExitCode = 0 | 1;

export interface CommandContext {
  readonly io: Io;
  /** Takes the exit code of the command that ran. */
  readonly finish: (code: ExitCode) => void;
}

/** Adds one command to the program: its words, its options and what it does. */
export type CommandRegistration = (program: ChineseCommand, context: CommandContext) => void;
