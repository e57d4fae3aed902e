import { defineConfig } from "vite";

/** Bundles the bench of the page for Node; the page itself is the one in `dist/studio`. */
export default defineConfig({
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist/bench-studio",
    rollupOptions: { input: { main: "test/bench/studio/main.ts" } },
  },
});
