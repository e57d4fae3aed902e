import { spawn } from "node:child_process";
import process from "node:process";

/** Whether there is somebody before a screen, so that a browser can be opened without being asked for. */
export const hasScreen = (): boolean =>
  process.stdout.isTTY === true &&
  process.env["CI"] === undefined &&
  process.env["SSH_CONNECTION"] === undefined &&
  (process.platform !== "linux" ||
    process.env["DISPLAY"] !== undefined ||
    process.env["WAYLAND_DISPLAY"] !== undefined);

/** Opens an address of ours in the usual browser. Where there is none nothing happens: the address has been printed. */
export const openBrowser = (address: string): void => {
  const [program, ...words] = COMMANDS[process.platform] ?? ["xdg-open"];
  const child = spawn(program!, [...words, address], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
};

const COMMANDS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};
