import { defineConfig } from "vite";

/** Bundles the small programs of this folder for Node. */
export default defineConfig({
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist/support",
    minify: false,
    rollupOptions: {
      input: { "parse-file": "test/support/parse-file.ts" },
      output: { entryFileNames: "[name].js" },
    },
  },
});
