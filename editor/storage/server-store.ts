import { failureMessage, GONE, StoreFailure, type Store, type WriteResult } from "./store.ts";
import { z } from "./zod.ts";

/** Sends a request; `fetch`, but in tests. */
export type Send = (address: URL, init: RequestInit) => Promise<Response>;

/** The folder that the program on this machine has opened. `base` is the address of the page. */
export const openServerStore = async (base: URL, send: Send = fetch): Promise<Store> => {
  const ask = asker(base, send);
  const list = async () => answerOf(WORKSPACE, await ask("api/workspace"), "未能读取文件夹");
  const { name, id, notice: first } = await list();
  let notice = first;
  const read = async (path: string) => {
    const response = await ask(filePath(path));
    if (!response.ok) throw new StoreFailure(await problemOf(response, `“${path}”不能读取`));
    return { bytes: new Uint8Array(await response.arrayBuffer()), version: tagOf(response) };
  };
  return {
    kind: "server",
    name,
    key: `server:${id}`,
    read,
    get notice() {
      return notice;
    },
    list: async () => {
      const listed = await list();
      notice = listed.notice;
      return listed.files;
    },
    write: async (path, bytes, version) => {
      try {
        const response = await ask(filePath(path), {
          method: "PUT",
          headers: { "X-Tiaowen": "1", ...condition(version) },
          body: new Uint8Array(bytes),
        });
        if (response.ok) return { kind: "written", version: (await answerOf(WRITTEN, response, "")).version };
        if (response.status === 409) return await nowThere(() => ask(filePath(path)));
        return { kind: "failed", message: await problemOf(response, `“${path}”没有保存`) };
      } catch (error) {
        return { kind: "failed", message: failureMessage(error, STRANGE) };
      }
    },
    changed: async (known) => {
      const { versions } = await answerOf(VERSIONS, await ask("api/versions"), "未能查看文件夹");
      return [...known].filter(([path, version]) => versions[path] !== version).map(([path]) => path);
    },
  };
};

const WORKSPACE = z.object({
  name: z.string(),
  id: z.string(),
  notice: z.nullable(z.string()),
  files: z.array(z.object({ path: z.string(), size: z.number(), version: z.string() })),
});
const VERSIONS = z.object({ versions: z.record(z.string(), z.string()) });
const WRITTEN = z.object({ version: z.string() });
const PROBLEM = z.object({ problem: z.string() });

const UNREACHABLE = "连接不上条文程序，可能已经结束运行。请重新启动程序后再试；网页中的文字还在，没有丢失。";
const STRANGE = "条文程序的回答无法识别，网页和程序的版本可能不同。请刷新网页后再试。";

/** Long enough for the largest file on the slowest disk. */
const PATIENCE = 30_000;

const asker =
  (base: URL, send: Send) =>
  async (path: string, init: RequestInit = {}): Promise<Response> => {
    const ask = (): Promise<Response> =>
      send(new URL(path, base), { cache: "no-store", signal: AbortSignal.timeout(PATIENCE), ...init });
    try {
      // A question may be asked twice, as when a connection that was kept had been closed; an order may not.
      return await (init.method === undefined ? ask().catch(ask) : ask());
    } catch {
      throw new StoreFailure(UNREACHABLE);
    }
  };

/** What the program answered, as it should look; an answer that looks otherwise is a failure with a sentence. */
const answerOf = async <Value>(
  schema: { safeParse(value: unknown): { readonly success: boolean; readonly data?: Value } },
  response: Response,
  otherwise: string,
): Promise<Value> => {
  if (!response.ok) throw new StoreFailure(await problemOf(response, otherwise));
  const parsed = schema.safeParse(await response.json().catch(() => null));
  if (parsed.data === undefined) throw new StoreFailure(STRANGE);
  return parsed.data;
};

const filePath = (path: string): string => `api/files/${path.split("/").map(encodeURIComponent).join("/")}`;

const condition = (version: string | null): Record<string, string> =>
  version === null || version === GONE ? { "If-None-Match": "*" } : { "If-Match": `"${version}"` };

const tagOf = (response: Response): string => {
  const tag = /^(?:W\/)?"(.+)"$/.exec(response.headers.get("ETag") ?? "")?.[1];
  if (tag === undefined) throw new StoreFailure(STRANGE);
  return tag;
};

const nowThere = async (ask: () => Promise<Response>): Promise<WriteResult> => {
  const response = await ask();
  if (response.status === 404) return { kind: "changed", version: GONE, bytes: null };
  if (!response.ok) return { kind: "failed", message: await problemOf(response, "未能读取已被修改的文件") };
  return {
    kind: "changed",
    version: tagOf(response),
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
};

const problemOf = async (response: Response, otherwise: string): Promise<string> => {
  const body = PROBLEM.safeParse(await response.json().catch(() => null));
  return body.success ? body.data.problem : `${otherwise}（程序返回${response.status}）。`;
};
