import type { Io } from "./io.ts";

/** Shows how far a long work is; silent where nobody watches. */
export interface Progress {
  readonly advance: (done: number) => void;
  readonly finish: () => void;
}

/** Work below this many steps is over before a bar could be read. */
const WORTH_SHOWING = 20_000;

const UNSEEN: Progress = { advance: () => {}, finish: () => {} };

/** A bar on the error stream, only on a terminal and only for long work. */
export const startProgress = async (io: Io, title: string, total: number): Promise<Progress> =>
  !io.showsProgress || total < WORTH_SHOWING
    ? UNSEEN
    : startBar(`${title} {bar} {percentage}％ {value}/{total}`, total);

/** The same for work that only knows its percentage; a negative one is not known yet. */
export const startPercentage = async (io: Io, title: string): Promise<Progress> => {
  if (!io.showsProgress) return UNSEEN;
  const bar = await startBar(`${title} {bar} {percentage}％`, 100);
  return { advance: (percentage) => bar.advance(Math.max(0, Math.min(100, percentage))), finish: bar.finish };
};

const startBar = async (format: string, total: number): Promise<Progress> => {
  const { default: cliProgress } = await import("cli-progress");
  const bar = new cliProgress.SingleBar({
    format,
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
