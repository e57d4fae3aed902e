import initZ3, { type SolverProgram } from "z3-solver/build/z3-built.js";
import scriptUrl from "z3-solver/build/z3-built.js?url";
import memoryUrl from "z3-solver/build/z3-built.wasm?url";

interface PageWithSolver {
  global?: typeof globalThis;
  initZ3?: (options: object) => Promise<SolverProgram>;
}

/**
 * Puts the program of the solver where its package looks for it in a page: with the addresses of its script, from
 * which it starts its threads, and of its code. Ends the threads of all that was started.
 */
export const provideSolver = (): { readonly end: () => void } => {
  const started: SolverProgram[] = [];
  const page = globalThis as PageWithSolver;
  page.global ??= globalThis;
  page.initZ3 = async (options) => {
    const program = await initZ3({
      ...options,
      mainScriptUrlOrBlob: scriptUrl,
      locateFile: (name: string) => (name.endsWith(".wasm") ? memoryUrl : name),
    });
    started.push(program);
    return program;
  };
  return {
    end: () => {
      for (const program of started.splice(0)) program.PThread.terminateAllThreads();
    },
  };
};
