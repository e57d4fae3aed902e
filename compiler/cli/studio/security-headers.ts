/** What the page may load and run. The same words stand in the head of the page for servers that send no headers. */
const SOURCES = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data: blob:",
  "font-src": "'self' data:",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
} as const satisfies Readonly<Record<string, string>>;

const directives = (sources: Readonly<Record<string, string>>): string =>
  Object.entries(sources)
    .map(([name, values]) => `${name} ${values}`)
    .join("; ");

const WITH_SOLVER = { ...SOURCES, "script-src": "'self' 'wasm-unsafe-eval'" };

/** A policy in a meta element cannot say who may frame the page; the header can. */
const NO_FRAME = "; frame-ancestors 'none'";

/** The policy in the head of the page, and the one with the solver, which is WebAssembly. */
export const META_POLICY: string = directives(SOURCES);
export const SOLVER_META_POLICY: string = directives(WITH_SOLVER);

const COMMON = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
} as const;

/** Stand on every answer. */
export const SECURITY_HEADERS = {
  plain: { "Content-Security-Policy": `${META_POLICY}${NO_FRAME}`, ...COMMON },
  /** For what was asked for with `?solver`: the page itself and the worker that the solver runs in. */
  solver: { "Content-Security-Policy": `${SOLVER_META_POLICY}${NO_FRAME}`, ...COMMON },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;
