import type { Layout } from "../report/layout.ts";
import type { Io } from "./io.ts";

/** The colours and the width of the terminal; a file has neither. */
export const terminalLayout = (io: Io, output: string | undefined): Layout =>
  output === undefined ? { paint: io.paint, ...(io.columns === undefined ? {} : { width: io.columns }) } : {};
