import svelte from "eslint-plugin-svelte";
import globals from "globals";
import tseslint from "typescript-eslint";

import svelteConfig from "./svelte.config.js";

/** Only the one door may name the shell, so that the window can be tested without it. */
const onlyTheDoorNamesTauri = {
  patterns: [{ group: ["@tauri-apps/*"], message: "Only src/api/tauri.ts names Tauri." }],
};

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "src/api/types.gen.ts"] },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      "no-restricted-imports": ["error", onlyTheDoorNamesTauri],
      "no-console": ["error", { allow: ["error", "warn"] }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      // A `type` reads better for unions and stays closed; both forms are fine.
      "@typescript-eslint/consistent-type-definitions": "off",
      // A bindable prop in Svelte is `let` although nothing here assigns it.
      "prefer-const": "off",
      "svelte/prefer-const": ["error", { excludedRunes: ["$props", "$derived"] }],
      // Sets, maps and dates here are mostly plain bookkeeping; state is said with $state.
      "svelte/prefer-svelte-reactivity": "off",
      // Links are hash links of our own router, not SvelteKit routes.
      "svelte/no-navigation-without-resolve": "off",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: {
      parserOptions: {
        projectService: false,
        extraFileExtensions: [".svelte"],
        parser: tseslint.parser,
        svelteConfig,
      },
    },
  },
  { files: ["src/api/tauri.ts", "src/**/*.test.ts"], rules: { "no-restricted-imports": "off" } },
  {
    files: ["*.config.{js,ts}", "**/*.test.ts"],
    languageOptions: { globals: { ...globals.node } },
  },
);
