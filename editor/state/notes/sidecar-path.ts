const ENDING = ".批注.json";

/** `x.tiaowen` keeps its notes in `x.批注.json`. */
export const sidecarOf = (path: string): string => path.replace(/\.[^./]+$/, "") + ENDING;

export const isSidecar = (path: string): boolean => path.endsWith(ENDING);
