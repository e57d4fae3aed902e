import { download } from "../storage/download.ts";
import { failureMessage } from "../storage/store.ts";
import { isPlainName, isWorkspacePath } from "../storage/workspace-path.ts";
import { WorkerEnded } from "../worker/connection.ts";
import { freePath, kindOfFile } from "./file-names.ts";
import type { Studio } from "./studio.ts";
import { decodeText, encodeText } from "./text-codec.ts";

/** A file that comes into the workspace. */
interface Incoming {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Makes a policy of an official text and opens it. Answers whether it is there now. */
export const newPolicy = async (
  studio: Studio,
  text: string,
  folder: string,
  version: string,
): Promise<boolean> => {
  if (!isPlainName(folder) || !isPlainName(version)) {
    studio.notify("bad", '名称中不能有 / \\ : * ? " < > | 等符号，请换一个名称。');
    return false;
  }
  const taken = new Set(studio.paths.get());
  if (taken.has(`${folder}/${version}.tiaowen`)) {
    studio.notify("bad", `已经有“${folder}/${version}.tiaowen”，为免覆盖，没有新建。请换一个名称。`);
    return false;
  }
  try {
    const made = await studio.language.call((api) => api.newPolicy(`${text.trimEnd()}\n`, folder, version));
    return await addFiles(
      studio,
      made.map((file) => ({ path: file.path, bytes: encodeText(file.text) })),
    );
  } catch (error) {
    if (!(error instanceof WorkerEnded)) throw error;
    return false;
  }
};

/** Opens files by what they are: policies into the workspace, texts as new policies, tables as a register. */
export const openFiles = async (studio: Studio, files: readonly File[]): Promise<void> => {
  const of = (kind: ReturnType<typeof kindOfFile>): readonly File[] =>
    files.filter(({ name }) => kindOfFile(name) === kind);
  const policies = await Promise.all(
    of("policy").map(async (file) => ({
      path: freePath(file.name, new Set(studio.paths.get())),
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
  if (policies.length > 0) await addFiles(studio, policies);
  for (const file of of("archive")) await importZip(studio, file);
  const [text] = [...of("text"), ...of("word")];
  if (text !== undefined && (await draftFrom(studio, text))) studio.shell.dialog.set({ kind: "new-policy" });
  const tables = of("table");
  if (tables.length > 0) {
    studio.showLower("run");
    await studio.run.intake.openFiles(tables);
  }
  const [other] = of("other");
  if (other !== undefined)
    studio.notify(
      "bad",
      `“${other.name}”不能打开。可以打开 .tiaowen、.docx、.txt、.md、.csv、.xlsx、.json 和 .zip。.doc、.wps 文件请另存为 .docx；其他文件请复制其中的文字，再用“新建政策”粘贴。`,
    );
};

/** Reads an official text as the beginning of a new policy. Answers whether it could be read. */
export const draftFrom = async (studio: Studio, file: File): Promise<boolean> => {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { text, losses } =
      kindOfFile(file.name) === "word"
        ? (await import("./word/read-word.ts")).readWord(file.name, bytes)
        : { text: decodeText(bytes), losses: [] };
    studio.shell.draft.set({ text, losses, name: file.name.replace(/\.[^.]*$/, "") });
    return true;
  } catch (error) {
    studio.notify("bad", failureMessage(error, `“${file.name}”不能读取。`));
    return false;
  }
};

/** The whole workspace as one archive; what is not saved yet is in it as it stands on the page. */
export const exportZip = async (studio: Studio): Promise<void> => {
  const { documents } = studio;
  try {
    const files = await Promise.all(
      [...new Set([...documents.files.keys(), ...documents.dirty.map(({ path }) => path)])].map(
        async (path) => {
          const open = studio.texts.get().get(path);
          return {
            path,
            bytes: open === undefined ? (await documents.store.read(path)).bytes : encodeText(open.text),
          };
        },
      ),
    );
    const { zipOf } = await import("../storage/zip.ts");
    download(`${documents.store.name}.zip`, await zipOf(files), "application/zip");
    studio.notify("good", `已导出${files.length}个文件。`);
  } catch (error) {
    studio.notify("bad", failureMessage(error, "没有导出：文件不能读取。"));
  }
};

/** Puts the files of an archive into the workspace; files of the same name are kept beside the new ones. */
export const importZip = async (studio: Studio, archive: File): Promise<void> => {
  try {
    const { unzip } = await import("../storage/zip.ts");
    const files = await unzip(new Uint8Array(await archive.arrayBuffer()));
    const taken = new Set(studio.paths.get());
    const isTaken = files.some(({ path }) => taken.has(path));
    const top = freePath(
      archive.name.replace(/\.zip$/i, ""),
      new Set([...taken].map((path) => path.split("/")[0]!)),
    );
    await addFiles(
      studio,
      files.map(({ path, bytes }) => ({ path: isTaken ? `${top}/${path}` : path, bytes })),
    );
    if (isTaken) studio.notify("info", `有同名的文件，导入的文件放在“${top}”中，原有文件没有改动。`);
  } catch (error) {
    studio.notify("bad", failureMessage(error, `“${archive.name}”没有导入。`));
  }
};

/** Writes files that are not there yet, and opens the first policy among them. */
const addFiles = async (studio: Studio, files: readonly Incoming[]): Promise<boolean> => {
  const { documents } = studio;
  let written = 0;
  for (const { path, bytes } of files) {
    const answer = isWorkspacePath(path)
      ? await documents.store.write(path, bytes, null)
      : { kind: "failed" as const, message: `“${path}”这个名称不能用，没有保存。` };
    if (answer.kind === "written") written += 1;
    else
      studio.notify(
        "bad",
        answer.kind === "failed" ? answer.message : `已经有“${path}”，为免覆盖，没有写入。`,
      );
  }
  if (written === 0) return false;
  await documents.list();
  const policies = files.map(({ path }) => path).filter((path) => path.endsWith(".tiaowen"));
  for (const path of policies) await documents.read(path);
  const [first] = policies;
  if (first !== undefined) await documents.open(first);
  return true;
};
