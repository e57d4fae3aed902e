import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { studioHandler } from "../../compiler/cli/studio/handler.ts";
import { openWorkspace } from "../../compiler/cli/studio/workspace.ts";
import { temporaryFolder } from "./run-command.ts";

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly json: { readonly [name: string]: unknown };
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Sends exactly this path: `fetch` would mend `..` before it leaves. */
export const ask = (
  port: number,
  path: string,
  { method = "GET", headers = {}, body }: Asked = {},
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const request = httpRequest({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () => {
        const text = Buffer.concat(pieces).toString("utf8");
        const json = text.startsWith("{") ? (JSON.parse(text) as Reply["json"]) : {};
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json });
      });
    });
    request.on("error", reject);
    request.end(body);
  });

const PAGE = {
  "page/index.html":
    '<!doctype html><html><head><meta charset="utf-8"><title>条文</title></head><body></body></html>',
  "page/assets/main-B1zQ_x9a.js": "export {};",
  "page/samples.json": "{}",
};

/** A server over `资料` with files inside and outside of it. */
export const serve = async (
  files: Readonly<Record<string, string>> = {},
): Promise<{
  readonly port: number;
  readonly folder: string;
  readonly outer: string;
  readonly own: string;
}> => {
  const outer = temporaryFolder({
    ...PAGE,
    "secret.txt": "外面的文件",
    "资料/阳江/2025.tiaowen": "【政策】示例\n",
    "资料/.env": "密码",
    "资料/.git/config.txt": "密码",
    "资料/node_modules/p/readme.md": "包",
    "资料/program.exe": "MZ",
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`资料/${path}`, text])),
  });
  const folder = join(outer, "资料");
  const handle = studioHandler(await openWorkspace(folder), join(outer, "page"));
  const server: Server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { port, folder, outer, own: `http://127.0.0.1:${port}` };
};

export const POLICY = `/api/files/${encodeURIComponent("阳江")}/2025.tiaowen`;

export const put = (
  own: string,
  body: string | Uint8Array,
  condition: Readonly<Record<string, string>>,
): Asked => ({
  method: "PUT",
  headers: { Origin: own, "X-Tiaowen": "1", ...condition },
  body,
});

export const tagOf = async (port: number, path = POLICY): Promise<string> =>
  String((await ask(port, path)).headers["etag"]);
