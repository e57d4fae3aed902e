/**
 * Whether the second solver can be asked: not at all, after the page was opened anew with the wider policy that its
 * program needs, or now. It needs memory that threads share, which a page has only where the server isolates it.
 */
export type SolverOffer = "none" | "reopen" | "ready";

export const solverOffer = (): SolverOffer => {
  if (!globalThis.crossOriginIsolated) return "none";
  return isOpenedWithSolver() ? "ready" : "reopen";
};

export const isOpenedWithSolver = (): boolean => new URLSearchParams(location.search).has("solver");

/** Opens the page anew with the wider policy; what was typed lies in the journal, what was chosen in the tab. */
export const reopenWithSolver = (): void => {
  const address = new URL(location.href);
  address.searchParams.set("solver", "1");
  location.assign(address);
};
