import type { IncomingHttpHeaders } from "node:http";

/** Names under which the own machine is asked; any other one has been made to point here by somebody else. */
const OWN_NAMES = ["127.0.0.1", "localhost", "[::1]"] as const;

/** A header that a form or a link of another page cannot set. */
export const OWN_HEADER = "x-tiaowen";

/** Why a request is not answered; null where it may be. */
export const foreignRequest = (
  headers: IncomingHttpHeaders,
  port: number,
  access: "page" | "read" | "write",
): string | null => {
  const { host, origin } = headers;
  if (host === undefined || !OWN_NAMES.some((name) => host.toLowerCase() === `${name}:${port}`))
    return "请求使用的地址不是本机地址，未予处理。请用启动时显示的地址打开。";
  if (access === "page") return null;
  const own = `http://${host.toLowerCase()}`;
  if (origin !== undefined && origin.toLowerCase() !== own) return FOREIGN;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return FOREIGN;
  if (access === "read") return null;
  if (origin === undefined) return FOREIGN;
  return headers[OWN_HEADER] === "1" ? null : "请求缺少本程序的标记，未予处理。";
};

const FOREIGN = "请求来自其他网页，未予处理。";
