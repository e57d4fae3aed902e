import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { defineConfig, type Plugin } from "vite";
import { reference } from "./build/reference-plugin.ts";
import { withoutExamples } from "./build/without-examples.ts";

const root = import.meta.dirname;
const policies = join(root, "..", "policies");

/** Extensions of the files that a page without a server begins with; everything else stays out. */
const SAMPLE_FILES = /\.(?:tiaowen|txt|csv|json|md)$/;

const OWN_DEFINITIONS = /\/(?:compiler|language)\/[^?]*\.ts$/;

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((entry) => {
    const path = join(folder, entry);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return SAMPLE_FILES.test(entry) ? [path] : [];
  });

/** The supplied policies as `samples.json`, for a page that no server gives a folder to. */
const samples = (): Plugin => ({
  name: "samples",
  generateBundle() {
    const files = filesBelow(policies).map((path) => ({
      path: relative(policies, path).split(sep).join("/"),
      text: readFileSync(path, "utf8"),
    }));
    this.emitFile({ type: "asset", fileName: "samples.json", source: JSON.stringify({ files }) });
  },
});

/** Static files that work from any folder of any web server. */
export default defineConfig({
  root,
  base: "./",
  publicDir: false,
  plugins: [samples(), reference(join(root, "..", "language", "reference"))],
  // The second solver asks for these where it runs in Node; in the page nobody does.
  resolve: {
    alias: [{ find: /^(?:fs|path|crypto|worker_threads)$/, replacement: join(root, "build", "nothing.ts") }],
  },
  worker: {
    format: "es",
    plugins: () => [withoutExamples(OWN_DEFINITIONS)],
    // Files of the compiler do nothing but define: what a worker takes from a list of a room brings the rest of it not along.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !OWN_DEFINITIONS.test(id) } },
  },
  build: {
    outDir: "../dist/studio",
    emptyOutDir: true,
    target: "es2022",
    // What the page needs later is asked for later; nothing is put in line, so that the policy can forbid it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 6000,
    license: { fileName: "licenses.md" },
  },
});
