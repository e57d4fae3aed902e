import { existsSync } from "node:fs";
import { join } from "node:path";
import { CommandFailure } from "../failure.ts";
import { programFolders } from "../program-folders.ts";

/** The folder of the built page: beside the program, or in `dist` of the project that it runs from. */
export const builtPage = (): string => {
  for (const folder of programFolders())
    for (const page of [join(folder, "studio"), join(folder, "dist", "studio")])
      if (existsSync(join(page, "index.html"))) return page;
  throw new CommandFailure(
    "没有找到网页文件，可能还没有生成。",
    "请在项目所在的文件夹中运行 npm run build。",
  );
};
