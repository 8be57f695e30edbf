import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  // Locales and fonts live beside the Rust code that also uses them, one folder up.
  server: { port: 1420, strictPort: true, fs: { allow: [".."] } },
  clearScreen: false,
  build: {
    target: "safari16",
    // Fonts stay files: the content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "editor", test: /node_modules[\\/](@tiptap|prosemirror)/ },
            { name: "kit", test: /node_modules[\\/](bits-ui|@floating-ui|@internationalized)/ },
          ],
        },
      },
    },
  },
  // Vitest would otherwise take Svelte's server build.
  resolve: mode === "test" ? { conditions: ["browser"] } : {},
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.ts"],
    setupFiles: ["src/test_setup.ts"],
  },
}));
