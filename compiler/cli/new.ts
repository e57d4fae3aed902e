import { mkdir, readdir } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { draftPolicy } from "../draft-policy.ts";
import type { CommandRegistration } from "./command.ts";
import { CommandFailure } from "./failure.ts";
import { readSourceDocument } from "./source-document.ts";
import { displayPath, resolvePath, writeAtomically } from "./text-file.ts";

/** `new`: a policy folder from an official text, ready for rules. */
export const newCommand: CommandRegistration = (program, { io }) => {
  program
    .command("new")
    .argument("<目录>", "新建的政策文件夹")
    .requiredOption("--from <文件>", "公文文本（.txt、.md）或者 Word 文件（.docx）")
    .description("用公文文本或者 Word 文件新建政策文件夹")
    .action(async (folder: string, options: { from: string }) => {
      const target = resolvePath(io, folder);
      const existing = await readdir(target).catch(() => []);
      if (existing.length > 0)
        throw new CommandFailure(
          `文件夹“${displayPath(io, target)}”已存在且不是空的，为免覆盖，未作改动。`,
          "请换一个文件夹名称。",
        );
      const { text, warnings } = await readSourceDocument(io, options.from);
      const name = basename(options.from, extname(options.from));
      const source = `source/${name}.txt`;
      const { title, policy, provisions } = await draftPolicy(text, name, source);
      await mkdir(join(target, "data"), { recursive: true });
      await writeAtomically(io, join(target, source), text);
      await writeAtomically(io, join(target, `${name}.tiaowen`), policy);
      for (const warning of warnings) io.writeError(`${io.paint("warning", "请注意：")}${warning}\n`);
      io.write(summary(displayPath(io, target), name, title, provisions));
    });
};

const summary = (folder: string, name: string, title: string, provisions: number): string =>
  `已新建政策文件夹 ${folder}
  ${name}.tiaowen　政策文件：《${title}》，识别出${provisions}处条款
  source/${name}.txt　原文存底
  data/　数据目录（每个对象一个文件）

下一步：
  1. 在【政策】中补上地区、制定机关、印发日期、施行等项；
  2. 在各条之后编写【规则】，不必编写规则的以【说明】注明；
  3. 用 tiaowen lint ${folder} 检查，用 tiaowen coverage ${folder} 查看尚未处理的条款。
`;
