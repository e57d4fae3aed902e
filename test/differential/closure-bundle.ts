import { build } from "vite";
import type { Engine } from "./engine.ts";
import type { Change } from "./javascript-module.ts";

/** The closure engine with all that it needs as one text, so that it can be broken. */
export const bundleClosure = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      ssr: "test/differential/engines/closure.ts",
      write: false,
      minify: false,
      target: "node20",
      rollupOptions: { output: { format: "es" } },
    },
    ssr: { noExternal: true },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const output of outputs) {
    if (!("output" in output)) continue;
    const chunk = output.output.find((each) => each.type === "chunk" && each.isEntry);
    if (chunk?.type === "chunk") return chunk.code;
  }
  throw new Error("nothing was built");
};

export const loadClosure = async (text: string, change: Change): Promise<Engine> => {
  const url = `data:text/javascript;base64,${Buffer.from(change(text)).toString("base64")}`;
  const { closure } = (await import(/* @vite-ignore */ url)) as { readonly closure: Engine };
  return closure;
};
