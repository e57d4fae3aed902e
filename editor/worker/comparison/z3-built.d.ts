declare module "z3-solver/build/z3-built.js" {
  /** The program of the solver, as far as it is needed here. */
  export interface SolverProgram {
    readonly PThread: { terminateAllThreads(): void };
  }
  /** The program is ready when the promise is kept. */
  const initZ3: (options: object) => Promise<SolverProgram>;
  export default initZ3;
}
