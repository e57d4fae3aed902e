import { createServer, type Server } from "node:http";
import { CommandFailure } from "../failure.ts";
import { systemReason } from "../text-file.ts";
import { studioHandler } from "./handler.ts";
import { openWorkspace } from "./workspace.ts";

export interface RunningStudio {
  /** http://127.0.0.1:5180/ */
  readonly address: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Asked for first, so that the address stays the same from day to day and with it what the browser remembers. */
const USUAL_PORT = 5180;

/** Serves a folder on the own machine only. Without a port the usual one is taken, or else any free one. */
export const serveStudio = async (
  folder: string,
  page: string,
  port: number | null,
): Promise<RunningStudio> => {
  const handle = studioHandler(await openWorkspace(folder), page);
  const server = createServer((request, response) => void handle(request, response));
  const error = await listen(server, port ?? USUAL_PORT);
  if (error !== null && port === null) {
    const other = await listen(server, 0);
    if (other !== null) throw new CommandFailure(`无法在本机打开服务：${reason(other)}。`);
  } else if (error !== null) {
    throw new CommandFailure(
      `无法使用端口${port}：${reason(error)}。`,
      "请用 --port 换一个端口，或者不写 --port，由程序自动选择。",
    );
  }
  const address = server.address();
  const taken = address === null || typeof address === "string" ? 0 : address.port;
  return {
    address: `http://127.0.0.1:${taken}/`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** Null once it listens; what the system says where it does not. */
const listen = (server: Server, port: number): Promise<unknown> =>
  new Promise((resolve) => {
    const refuse = (error: unknown): void => resolve(error);
    server.once("error", refuse);
    server.listen({ host: "127.0.0.1", port, exclusive: true }, () => {
      server.off("error", refuse);
      resolve(null);
    });
  });

const reason = (error: unknown): string =>
  error instanceof Error && "code" in error && error.code === "EADDRINUSE"
    ? "已被其他程序占用"
    : systemReason(error);
