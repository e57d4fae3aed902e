import { pathToFileURL } from "node:url";

/** Runs another script and tells, when it ends, the most memory that the process has held. */
const written: string[] = [];
const write = process.stderr.write.bind(process.stderr);
process.stderr.write = (text) => written.push(String(text)) > 0;
process.on("exit", () => {
  const took = /took ([\d.]+)/.exec(written.join(""));
  write(
    `${written.join("")}peak ${process.resourceUsage().maxRSS}${took === null ? "" : ` took ${took[1]}`}\n`,
  );
});
const [script, ...args] = process.argv.slice(2);
process.argv.splice(1, process.argv.length - 1, script!, ...args);
await import(pathToFileURL(script!).href);
