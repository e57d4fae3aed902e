import process from "node:process";
import { CommandFailure } from "../failure.ts";
import type { Io } from "../io.ts";
import { displayPath, resolvePath } from "../text-file.ts";
import { hasScreen, openBrowser } from "./browser.ts";
import { builtPage } from "./built-page.ts";
import { type RunningStudio, serveStudio } from "./serve.ts";

export interface StudioOptions {
  readonly port?: string;
  readonly open?: boolean;
  readonly once?: boolean;
  readonly page?: string;
}

/** Serves a folder until Ctrl-C; with `once` only until the page has answered. */
export const runStudio = async (io: Io, folder: string, options: StudioOptions): Promise<void> => {
  const port = options.port === undefined ? null : readPort(options.port);
  const page = options.page === undefined ? builtPage() : resolvePath(io, options.page);
  const studio = await serveStudio(folder, page, port);
  try {
    io.write(
      `${io.paint("good", "已打开")}${displayPath(io, folder)}，请用浏览器访问：\n\n  ${io.paint("strong", studio.address)}\n\n${io.paint("muted", "只有本机可以访问，修改直接保存到文件夹中的文件。按 Ctrl-C 结束。")}\n`,
    );
    if (options.once === true) return await checkPage(studio);
    if (options.open ?? hasScreen()) openBrowser(studio.address);
    await interrupted();
  } finally {
    await studio.close();
  }
};

const readPort = (text: string): number => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65535) return port;
  throw new CommandFailure(`--port 的值“${text}”无效。`, "端口应为1到65535之间的整数，例如 --port 5180。");
};

const checkPage = async ({ address }: RunningStudio): Promise<void> => {
  const answer = await fetch(address);
  if (!answer.ok || !(await answer.text()).includes("tiaowen-server"))
    throw new CommandFailure("网页没有正常打开。", "请重新运行 npm run build。");
};

/** Ends with Ctrl-C or when the system asks the program to end. */
const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      process.off("SIGINT", end);
      process.off("SIGTERM", end);
      resolve();
    };
    process.once("SIGINT", end);
    process.once("SIGTERM", end);
  });
