import type { IncomingMessage, ServerResponse } from "node:http";
import { type Answer, problemAnswer, send } from "./answer.ts";
import { answerApi } from "./api.ts";
import { answerPage } from "./page-files.ts";
import { foreignRequest } from "./request-guard.ts";
import type { Workspace } from "./workspace.ts";

/** Answers requests for one folder with the page from another; knows nothing of ports and signals. */
export const studioHandler =
  (workspace: Workspace, page: string) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = request.url ?? "";
    const [path = "", query = ""] = target.split("?", 2);
    const withSolver = new URLSearchParams(query).has("solver");
    const answer = await answerTo(workspace, page, request, path, withSolver).catch(() =>
      problemAnswer(500, "程序处理请求时出错，未作任何修改。"),
    );
    send(request, response, answer, withSolver);
  };

const answerTo = async (
  workspace: Workspace,
  page: string,
  request: IncomingMessage,
  path: string,
  withSolver: boolean,
): Promise<Answer> => {
  const isApi = path.startsWith("/api/");
  const isReading = request.method === "GET" || request.method === "HEAD";
  const foreign = foreignRequest(
    request.headers,
    request.socket.localPort ?? 0,
    isReading ? (isApi ? "read" : "page") : "write",
  );
  if (foreign !== null) return problemAnswer(403, foreign);
  if (!path.startsWith("/")) return problemAnswer(400, "请求的地址无法识别。");
  if (isApi) return answerApi(workspace, request, path);
  return isReading
    ? answerPage(page, path, withSolver)
    : problemAnswer(405, "此处不能这样操作，未作处理。", { Allow: "GET, HEAD" });
};
