import type { Io } from "./io.ts";

/** Shows how far a long work is; silent where nobody watches. */
export interface Progress {
  readonly advance: (done: number) => void;
  readonly finish: () => void;
}

/** Work below this many steps is over before a bar could be read. */
const WORTH_SHOWING = 20_000;

/** A bar on the error stream, only on a terminal and only for long work. */
export const startProgress = async (io: Io, title: string, total: number): Promise<Progress> => {
  if (!io.showsProgress || total < WORTH_SHOWING) return { advance: () => {}, finish: () => {} };
  const { default: cliProgress } = await import("cli-progress");
  const bar = new cliProgress.SingleBar({
    format: `${title} {bar} {percentage}％ {value}/{total}`,
    barCompleteChar: "━",
    barIncompleteChar: "─",
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  bar.start(total, 0);
  return { advance: (done) => bar.update(done), finish: () => bar.stop() };
};
