import { GONE } from "../storage/store.ts";
import type { Documents } from "./documents.ts";
import type { Studio } from "./studio.ts";
import { decodeText, encodeText } from "./text-codec.ts";

export type SaveAnswer = "saved" | "changed" | "failed";

/** Writes of one file wait for each other, so that the second knows what the first has written. */
const writing = new WeakMap<Documents, Map<string, Promise<SaveAnswer>>>();

export const saveText = (
  studio: Studio,
  documents: Documents,
  path: string,
  over: boolean,
): Promise<SaveAnswer> => {
  const queue = writing.get(documents) ?? new Map<string, Promise<SaveAnswer>>();
  writing.set(documents, queue);
  const before = queue.get(path) ?? Promise.resolve("saved");
  // A writing that went wrong must not keep the next ones from being tried.
  const saving = before.catch(() => "failed").then(() => write(studio, documents, path, over));
  queue.set(path, saving);
  return saving;
};

const write = async (
  studio: Studio,
  documents: Documents,
  path: string,
  over: boolean,
): Promise<SaveAnswer> => {
  const open = studio.texts.get().get(path);
  if (open === undefined) return "failed";
  const other = documents.others.get(path);
  if (other !== undefined && !over) {
    studio.shell.dialog.set({ kind: "changed-on-disk", path });
    return "changed";
  }
  const form = documents.formOf(path);
  const base = other === undefined ? open.stored : other.version;
  const answer = await documents.store.write(path, encodeText(open.text, form), base === GONE ? null : base);
  switch (answer.kind) {
    case "written":
      if (form.encoding === "gb18030")
        studio.notify("info", `“${path}”原为 GB 18030 编码，已按 UTF-8 编码保存。`);
      documents.settle(path, open.text, answer.version);
      // The text is saved; where the list cannot be read the person is told of that by itself.
      if (!documents.files.has(path)) void documents.list();
      return "saved";
    case "changed":
      // What lies there may be what we have anyway, as after an answer that was lost on the way.
      if (answer.bytes !== null && decodeText(answer.bytes) === open.text) {
        documents.settle(path, open.text, answer.version);
        return "saved";
      }
      documents.meet(path, {
        version: answer.version,
        text: answer.bytes === null ? null : decodeText(answer.bytes),
      });
      studio.shell.dialog.set({ kind: "changed-on-disk", path });
      return "changed";
    case "failed":
      studio.notify("bad", answer.message, {
        title: "重试",
        run: () => void documents.save(path, over),
      });
      return "failed";
  }
};
