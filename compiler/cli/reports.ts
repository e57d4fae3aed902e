import { join } from "node:path";
import { readDay } from "../data/index.ts";
import { findingsInWords, hasFindings, STATUS_ORDER, totals } from "../report/check-report.ts";
import type { CheckReport } from "../report/check-report.ts";
import { dayInChinese } from "../report/day.ts";
import { reportPage } from "../report/html/report-page.ts";
import { textTable } from "../report/text-table.ts";
import type { CommandRegistration } from "./command.ts";
import { openRunnable } from "./compiled-policy.ts";
import { evaluatePolicy, loadRegister } from "./evaluation.ts";
import { CommandFailure } from "./failure.ts";
import type { Io } from "./io.ts";
import { suppliedPolicies } from "./supplied-policies.ts";
import { displayPath, resolvePath, writeAtomically } from "./text-file.ts";

/** The day as of which the supplied policies are shown; both are within their periods on it. */
const DEMONSTRATION_DAY = "2025-06-01";

/** `reports`: what `npm run reports` runs. Checks every supplied policy that has data and says where the reports are. */
export const reportsCommand: CommandRegistration = (program, { io }) => {
  program
    .command("reports", { hidden: true })
    .description("核对随附的政策，写出报告")
    .option("--at <日期>", "基准日", DEMONSTRATION_DAY)
    .option("--output <目录>", "报告写入的目录", "out")
    .action(async (options: { at: string; output: string }) => {
      const at = readDay(options.at);
      if (at === null) throw new CommandFailure(`基准日“${options.at}”不是有效日期。`);
      const { folders } = await suppliedPolicies(io);
      io.write(`以${dayInChinese(at)}为基准日，核对随附的${folders.length}份政策。\n`);
      const pages: string[] = [];
      for (const folder of folders) {
        const policy = await openRunnable(io, folder);
        const register = await loadRegister(io, policy.program, join(folder, "data"), false);
        const report = await evaluatePolicy(io, policy, register, { at, readings: new Map() });
        const page = join(resolvePath(io, options.output), `${folder.split(/[\\/]/).at(-1)}.html`);
        await writeAtomically(io, page, reportPage(report));
        pages.push(displayPath(io, page));
        io.write(`\n${summary(io, report)}\n  报告：${displayPath(io, page)}\n`);
      }
      io.write(
        `\n请用浏览器打开上列报告。逐条查看：npx tiaowen check ${displayPath(io, folders[0]!)} --data ${displayPath(io, join(folders[0]!, "data"))} --at ${options.at}\n`,
      );
    });
};

const summary = (io: Io, report: CheckReport): string => {
  const { counts: numbers } = totals(report);
  const counts = STATUS_ORDER.flatMap((status) => {
    const count = numbers[status] ?? 0;
    return count === 0 ? [] : [[status, count] as const];
  });
  const marks = [report.trial ? "试算，尚未施行" : "", report.synthetic ? "合成数据" : ""].filter(
    (mark) => mark !== "",
  );
  return [
    `${io.paint("strong", report.policy.name)}${marks.length === 0 ? "" : `　【${marks.join("】【")}】`}`,
    textTable(
      counts.map(([title]) => ({ title, align: "right" as const })),
      [counts.map(([, count]) => count)],
      { paint: io.paint, indent: "  " },
    ),
    hasFindings(report) ? `  需要处理：${findingsInWords(report)}。` : "  没有需要处理的事项。",
  ].join("\n");
};
