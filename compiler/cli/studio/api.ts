import type { IncomingMessage } from "node:http";
import { type Answer, jsonAnswer, problemAnswer } from "./answer.ts";
import type { Refused } from "./place.ts";
import { readBody } from "./request-body.ts";
import { pathParts } from "./request-path.ts";
import { FILE_LIMIT, type Workspace, type WriteAnswer } from "./workspace.ts";

const FILES = "/api/files/";

/** What the page asks of the folder. `path` is the path of the request as it was sent, without the query. */
export const answerApi = async (
  workspace: Workspace,
  request: IncomingMessage,
  path: string,
): Promise<Answer> => {
  if (path === "/api/workspace") return reading(request, () => answerWorkspace(workspace));
  if (path === "/api/versions") return reading(request, () => answerVersions(workspace));
  if (!path.startsWith(FILES))
    return problemAnswer(404, "没有这项功能。网页和程序的版本可能不同，请刷新网页。");
  const parts = pathParts(path.slice(FILES.length));
  if (parts === null) return problemAnswer(403, "文件路径不在打开的文件夹内，未作处理。");
  if (request.method === "PUT") return answerPut(workspace, request, parts);
  return reading(request, () => answerFile(workspace, request, parts), "GET, HEAD, PUT");
};

const reading = async (
  request: IncomingMessage,
  answer: () => Promise<Answer>,
  allowed = "GET, HEAD",
): Promise<Answer> =>
  request.method === "GET" || request.method === "HEAD"
    ? answer()
    : problemAnswer(405, "此处不能这样操作，未作处理。", { Allow: allowed });

const answerWorkspace = async (workspace: Workspace): Promise<Answer> =>
  jsonAnswer(200, { name: workspace.name, id: workspace.id, ...(await workspace.list()) });

const answerVersions = async (workspace: Workspace): Promise<Answer> => {
  const { files } = await workspace.list();
  return jsonAnswer(200, { versions: Object.fromEntries(files.map(({ path, version }) => [path, version])) });
};

const answerFile = async (
  workspace: Workspace,
  request: IncomingMessage,
  parts: readonly string[],
): Promise<Answer> => {
  const answer = await workspace.read(parts);
  if (answer.kind === "refused") return refusal(answer);
  const headers = { ETag: `"${answer.version}"`, "Cache-Control": "no-cache" };
  if (request.headers["if-none-match"] === headers.ETag) return { status: 304, headers, body: null };
  // Never as a page or a script, whatever stands in it.
  return {
    status: 200,
    headers: { ...headers, "Content-Type": "application/octet-stream", "Content-Disposition": "attachment" },
    body: answer.bytes,
  };
};

const answerPut = async (
  workspace: Workspace,
  request: IncomingMessage,
  parts: readonly string[],
): Promise<Answer> => {
  const known = knownVersion(request);
  if (known === undefined)
    return problemAnswer(428, "保存时没有说明文件原来的版本，为免覆盖他人的修改，未予保存。");
  const bytes = await readBody(request, FILE_LIMIT);
  if (bytes === null)
    return problemAnswer(413, `“${parts.join("/")}”超过20 MB，未予保存。`, { Connection: "close" });
  return writeAnswer(await workspace.write(parts, bytes, known));
};

/** The version in If-Match, null for If-None-Match: *, undefined where the request says neither or both. */
const knownVersion = ({ headers }: IncomingMessage): string | null | undefined => {
  const match = headers["if-match"];
  const none = headers["if-none-match"];
  if (match === undefined) return none === "*" ? null : undefined;
  return none === undefined ? /^"([^"]+)"$/.exec(match)?.[1] : undefined;
};

const writeAnswer = (answer: WriteAnswer): Answer => {
  switch (answer.kind) {
    case "written":
      return jsonAnswer(
        answer.isNew ? 201 : 200,
        { version: answer.version },
        { ETag: `"${answer.version}"` },
      );
    case "changed":
      return jsonAnswer(409, { version: answer.version, problem: answer.problem });
    case "refused":
      return refusal(answer);
  }
};

const REFUSAL_STATUS = {
  outside: 403,
  missing: 404,
  "too-large": 413,
  system: 500,
} as const satisfies Record<Refused["reason"], number>;

const refusal = ({ reason, problem }: Refused): Answer => problemAnswer(REFUSAL_STATUS[reason], problem);
