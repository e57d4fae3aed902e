import { defineConfig } from "vite";

/** Bundles the long runs for Node. */
export default defineConfig({
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist/differential",
    minify: false,
    rollupOptions: {
      input: { fuzz: "test/differential/fuzz.ts", "full-run": "test/differential/full-run.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
    },
  },
});
