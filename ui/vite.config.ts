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
            // What every start needs comes in one piece: each file more is one more turn between
            // the page and the program.
            {
              name: "frame",
              test: /^(?!.*([Cc]alendar|DayPicker)).*(src[\\/](api|contacts|fields|filters|palette|shared)[\\/]|assets[\\/]locales|node_modules[\\/](svelte|bits-ui|@lucide|@fluent|@floating-ui|runed|svelte-toolbelt|esm-env|clsx|tabbable))/,
              priority: 1,
            },
            { name: "editor", test: /node_modules[\\/](@tiptap|prosemirror)/ },
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
