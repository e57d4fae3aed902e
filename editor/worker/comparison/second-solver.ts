import type { SecondSolver } from "../../../compiler/analyse/formula.ts";

/** The second solver with the reason for which it could not be used; null while it has not failed to start. */
export interface OfferedSolver extends SecondSolver {
  readonly refusal: () => string | null;
  readonly end: () => Promise<void>;
}

/**
 * Loaded only when it is asked for. A page gives it the shared memory that it needs only where the server sends the
 * headers for that; where it once did not start it is not asked again, and the own procedure goes on alone.
 */
export const openSecondSolver = async (): Promise<OfferedSolver> => {
  if (globalThis.crossOriginIsolated === false) return refused("当前网页没有取得第二求解程序所需的共享内存");
  let solver: Awaited<ReturnType<typeof startSolver>>;
  try {
    solver = await startSolver();
  } catch {
    return refused("第二求解程序未能载入");
  }
  let refusal: string | null = null;
  return {
    solve: async (question, limits) => {
      if (refusal !== null) return { kind: "undecided", reason: `${refusal}，因此未能判定。` };
      const answer = await solver.solve(question, limits);
      if (answer.kind === "undecided" && answer.reason.startsWith(NOT_STARTED)) refusal = NOT_STARTED;
      return answer;
    },
    refusal: () => refusal,
    end: () => solver.end(),
  };
};

/** How its answers begin where it cannot be started at all. */
const NOT_STARTED = "第二求解程序未能启动";

const startSolver = async () => {
  // A page has to be told where the program of the solver is; elsewhere the package finds it itself.
  const provided =
    "WorkerGlobalScope" in globalThis ? (await import("./z3-in-page.ts")).provideSolver() : null;
  const { createSecondSolver } = await import("../../../compiler/analyse/solve/z3.ts");
  const solver = createSecondSolver();
  return {
    solve: (...asked: Parameters<SecondSolver["solve"]>) => solver.solve(...asked),
    end: async () => {
      if (provided === null) await solver.end();
      else provided.end();
    },
  };
};

const refused = (reason: string): OfferedSolver => ({
  solve: async () => ({ kind: "undecided", reason: `${reason}，因此未能判定。` }),
  refusal: () => reason,
  end: async () => {},
});
