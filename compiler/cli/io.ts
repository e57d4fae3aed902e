import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import process from "node:process";
import { styleText } from "node:util";
import type { Paint, Tone } from "../report/tone.ts";
import { plain } from "../report/tone.ts";

/** The world of one command run: where it stands and where it speaks. Tests bring their own. */
export interface Io {
  readonly workingDirectory: string;
  write(text: string): void;
  writeError(text: string): void;
  /** Columns of the terminal behind the output; undefined where the output is a file or a pipe. */
  readonly columns: number | undefined;
  /** The error stream is a terminal, so that a progress bar makes sense. */
  readonly showsProgress: boolean;
  readonly paint: Paint;
  /** Where answers may be kept from one run to the next; absent: nowhere. */
  readonly cacheFolder?: string;
}

/** The io of a real process: colours only on a terminal, and never with NO_COLOR. */
export const processIo = (): Io => {
  const { stdout, stderr, env } = process;
  const coloured = stdout.isTTY === true && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
  // A closed pipe (tiaowen … | head) ends the command quietly.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
  });
  return {
    workingDirectory: process.cwd(),
    write: (text) => void stdout.write(text),
    writeError: (text) => void stderr.write(text),
    columns: stdout.isTTY === true ? stdout.columns : undefined,
    showsProgress: stderr.isTTY === true,
    paint: coloured ? paintTerminal : plain,
    ...cacheFolderOf(env),
  };
};

/** Of the user, as the system has it; nothing is kept where there is no home. */
const cacheFolderOf = (env: NodeJS.ProcessEnv): Pick<Io, "cacheFolder"> => {
  const own = env["XDG_CACHE_HOME"] ?? "";
  if (isAbsolute(own)) return { cacheFolder: join(own, "tiaowen") };
  const home = homedir();
  return isAbsolute(home) ? { cacheFolder: join(home, ".cache", "tiaowen") } : {};
};

const STYLES = {
  bad: "red",
  warning: "yellow",
  good: "green",
  muted: "gray",
  strong: "bold",
} as const satisfies Record<Tone, Parameters<typeof styleText>[0]>;

const paintTerminal: Paint = (tone, text) => styleText(STYLES[tone], text, { validateStream: false });
