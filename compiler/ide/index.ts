export type * from "./model.ts";
export { TOKEN_KINDS } from "./model.ts";
