declare module "z3-solver/build/z3-built.js" {
  /** The program of the solver; it is ready when the promise is kept. */
  const initZ3: (options: object) => Promise<unknown>;
  export default initZ3;
}
