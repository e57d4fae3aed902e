import { defineConfig } from "vite";

/** Bundles the command line and the library for Node; packages stay outside. */
export default defineConfig({
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist",
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rollupOptions: {
      input: { tiaowen: "compiler/cli/bin.ts", index: "compiler/index.ts", language: "language/index.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
    },
  },
  ssr: { noExternal: [] },
});
