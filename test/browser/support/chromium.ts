import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { chromium, type Browser } from "playwright-core";
import { PROJECT } from "./built-page.ts";

/** Where browsers stand on systems that the packaged one is not built for. */
const INSTALLED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
  linux: ["/usr/bin/google-chrome", "/usr/bin/chromium", "/usr/bin/chromium-browser"],
};

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--font-render-hinting=none",
  "--lang=zh-CN",
];

/**
 * A browser without a window, the one that comes with the packages where they bring one: `npm ci` is all the set-up.
 * It sees the packaged Han font and no font of the system, so that pictures are the same everywhere.
 */
export const launchBrowser = async (extra: readonly string[] = []): Promise<Browser> => {
  const packaged = process.platform === "linux" && process.arch === "x64" ? await packagedBrowser() : null;
  const executablePath =
    packaged?.path ?? (INSTALLED[process.platform] ?? []).find((path) => existsSync(path));
  if (executablePath === undefined) {
    throw new Error(
      "No browser was found. Install Google Chrome or Microsoft Edge to run the browser tests.",
    );
  }
  return chromium.launch({
    executablePath,
    args: [...ARGUMENTS, ...extra],
    env: { ...definedEnvironment(), ...packaged?.environment },
  });
};

interface PackagedBrowser {
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Unpacks the browser with its libraries once for each installation; whoever comes second waits for nobody. */
const packagedBrowser = async (): Promise<PackagedBrowser> => {
  const cache = join(PROJECT, "node_modules", ".cache");
  const home = join(cache, "chromium");
  if (!existsSync(home)) {
    mkdirSync(cache, { recursive: true });
    const fresh = mkdtempSync(join(cache, "chromium-"));
    await unpackInto(fresh);
    try {
      renameSync(fresh, home);
    } catch {
      // Another test file was quicker; both are the same.
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  return {
    path: join(home, "chromium"),
    environment: {
      FONTCONFIG_FILE: fontConfiguration(home),
      LD_LIBRARY_PATH: [join(home, "al2023", "lib"), process.env["LD_LIBRARY_PATH"] ?? ""]
        .filter((part) => part !== "")
        .join(":"),
    },
  };
};

/** The package unpacks into the temporary folder and brings the libraries only where this variable asks for them. */
const unpackInto = async (folder: string): Promise<void> => {
  const before = {
    TMPDIR: process.env["TMPDIR"],
    AWS_LAMBDA_JS_RUNTIME: process.env["AWS_LAMBDA_JS_RUNTIME"],
  };
  const libraries = process.env["LD_LIBRARY_PATH"];
  process.env["TMPDIR"] = folder;
  process.env["AWS_LAMBDA_JS_RUNTIME"] = "nodejs20.x";
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    await packaged.executablePath();
  } finally {
    for (const [name, value] of Object.entries({ ...before, LD_LIBRARY_PATH: libraries })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
};

const fontConfiguration = (home: string): string => {
  const fonts = join(PROJECT, "node_modules", "@expo-google-fonts", "noto-sans-sc");
  const folder = join(home, `fonts-${process.pid}`);
  const file = join(folder, "fonts.conf");
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const folders = readdirSync(fonts)
    .filter((entry) => entry === "400Regular" || entry === "700Bold")
    .map((entry) => `<dir>${join(fonts, entry)}</dir>`);
  const aliases = ["sans-serif", "serif", "monospace"].map(
    (family) => `<alias><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
  );
  // Two threads may come here at once: no browser may read what the other is still writing.
  const fresh = join(folder, `fonts-${threadId}.conf`);
  writeFileSync(
    fresh,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.join("")}<cachedir>${join(folder, "cache")}</cachedir>${aliases.join("")}</fontconfig>`,
  );
  renameSync(fresh, file);
  return file;
};

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
