import { defineConfig } from "vite";

/** Bundles the bench of large registers for Node, so that it measures what users run. */
export default defineConfig({
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist/bench-register",
    rollupOptions: {
      input: {
        main: "test/bench/big-register/main.ts",
        "check-only": "test/bench/big-register/check-only.ts",
        "read-only": "test/bench/big-register/read-only.ts",
        peak: "test/bench/big-register/peak.ts",
      },
      output: { entryFileNames: "[name].js" },
    },
  },
});
