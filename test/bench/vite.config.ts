import { defineConfig } from "vite";

/** Bundles the bench for Node, so that it measures what users run. What is loaded afresh is a file of its own. */
export default defineConfig({
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist/bench",
    rollupOptions: {
      input: {
        bench: "test/bench/bench.ts",
        "bench-peers": "test/bench/peers/bench-peers.ts",
        "hand-written": "test/bench/rules/hand-written.ts",
        "bare-join": "test/bench/places/bare-join.ts",
        loops: "test/bench/support/loops.ts",
      },
      output: { entryFileNames: "[name].js" },
    },
  },
});
