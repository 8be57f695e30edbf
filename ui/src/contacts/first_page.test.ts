import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, it, vi } from "vitest";

import * as shell from "../api/tauri";
import { askContactsEarly } from "./first_page";

it("asks what index.html asked before it was there", async () => {
  const asked = vi.spyOn(shell, "invokeCommand").mockResolvedValue({ rows: [], total: -1 });
  await askContactsEarly();
  const args = JSON.parse(JSON.stringify(asked.mock.calls[0]?.[1])) as Record<string, unknown>;
  const words = Object.entries(args).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const page = readFileSync(join(process.cwd(), "index.html"), "utf8");
  expect(page).toContain(`ask("contact_list", { ${words.join(", ")} })`);
});
