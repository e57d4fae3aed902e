import { readFile, realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import type { Answer } from "./answer.ts";
import { pathParts } from "./request-path.ts";
import { META_POLICY, SOLVER_META_POLICY } from "./security-headers.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".map": "application/json; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

/** A file of the built page. Nothing is compressed: it goes to the same machine. */
export const answerPage = async (folder: string, path: string, withSolver: boolean): Promise<Answer> => {
  const parts = path === "/" ? ["index.html"] : pathParts(path.slice(1));
  const type = TYPES[extname(parts?.at(-1) ?? "").toLowerCase()];
  if (parts === null || type === undefined) return notFound();
  const root = await realpath(folder).catch(() => null);
  const file = root === null ? null : await realpath(join(root, ...parts)).catch(() => null);
  if (root === null || file === null || !file.startsWith(`${root}${sep}`)) return notFound();
  if (!(await stat(file)).isFile()) return notFound();
  const bytes = await readFile(file);
  const isIndex = parts.length === 1 && parts[0] === "index.html";
  return {
    status: 200,
    headers: { "Content-Type": type, "Cache-Control": isHashed(parts) ? FOR_EVER : "no-cache" },
    body: isIndex ? servedIndex(bytes, withSolver) : bytes,
  };
};

/** Tells the page that a folder of the machine stands behind it; the solver needs a wider policy also in its head. */
const servedIndex = (bytes: Uint8Array, withSolver: boolean): Uint8Array => {
  const text = new TextDecoder()
    .decode(bytes)
    .replace(/<head[^>]*>/, (head) => `${head}<meta name="tiaowen-server" content="1">`);
  return Buffer.from(withSolver ? text.replace(META_POLICY, SOLVER_META_POLICY) : text);
};

/** The build gives these files another name whenever their content is another one. */
const isHashed = (parts: readonly string[]): boolean =>
  parts[0] === "assets" && /-[\w-]{8}\.\w+$/.test(parts.at(-1) ?? "");

const FOR_EVER = "public, max-age=31536000, immutable";

const notFound = (): Answer => ({
  status: 404,
  headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  body: Buffer.from("没有这个网页。\n"),
});
