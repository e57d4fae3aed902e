import { defineConfig } from "vite";

/** Bundles the bench for Node, so that it measures what users run. */
export default defineConfig({
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist/bench",
    rollupOptions: { input: { bench: "test/bench/bench.ts" }, output: { entryFileNames: "[name].js" } },
  },
});
