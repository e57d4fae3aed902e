import { isWorkspacePath } from "./workspace-path.ts";
import { z } from "./zod.ts";

const SAMPLES = z.object({
  files: z.array(
    z.union([
      z.object({ path: z.string(), text: z.string() }),
      z.object({ path: z.string(), base64: z.string() }),
    ]),
  ),
});

/** The files that a workspace without any begins with. Where none are supplied it begins empty. */
export const readSamples = async (
  address: URL,
): Promise<readonly { readonly path: string; readonly bytes: Uint8Array }[]> => {
  const text = await fetch(address).then(
    (response) => (response.ok ? response.text() : ""),
    () => "",
  );
  return parseSamples(text);
};

export const parseSamples = (
  text: string,
): readonly { readonly path: string; readonly bytes: Uint8Array }[] => {
  const parsed = SAMPLES.safeParse(readJson(text));
  if (!parsed.success) return [];
  return parsed.data.files
    .filter(({ path }) => isWorkspacePath(path))
    .map((file) => ({
      path: file.path,
      bytes: "text" in file ? new TextEncoder().encode(file.text) : fromBase64(file.base64),
    }));
};

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
