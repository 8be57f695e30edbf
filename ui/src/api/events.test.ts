import { File as PlainFile } from "node:buffer";

import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { call, uploadFile, WartaError } from "./call";
import { deliver, jobResult, Question, touches } from "./events.svelte";
import { READS } from "./types.gen";

type Waiting = { args: unknown; answer: (value: unknown) => void; refuse: (e: unknown) => void };
let waiting: Waiting[] = [];

beforeEach(() => {
  waiting = [];
  mockIPC(
    (_command, payload) =>
      new Promise((answer, refuse) => {
        waiting.push({ args: payload, answer, refuse });
      }),
  );
});
afterEach(() => {
  clearMocks();
  vi.useRealTimers();
});

const settle = () => new Promise((resolve) => setTimeout(resolve));
const first = () => waiting[0] as Waiting;
const table = () => READS.session?.[0] ?? "";

describe("a live question", () => {
  it("keeps the newest answer when an older one comes later", async () => {
    const live = new Question<"session">();
    live.ask(["session", null]);
    void live.reload();
    waiting[1]?.answer({ language: "en" });
    await settle();
    first().answer({ language: "id" });
    await settle();
    expect(live.data?.language).toBe("en");
  });

  it("asks again when its tables change, once for many changes, and keeps the old answer", async () => {
    const live = new Question<"session">();
    live.ask(["session", null]);
    first().answer({ language: "id" });
    await settle();
    live.hear({ type: "changed", tables: ["nothing_it_reads"] });
    expect(waiting).toHaveLength(1);
    for (let i = 0; i < 3; i += 1) live.hear({ type: "changed", tables: [table()] });
    expect(waiting).toHaveLength(2);
    expect(live.data?.language).toBe("id");
    waiting[1]?.answer({ language: "en" });
    await settle();
    expect(waiting).toHaveLength(3);
  });

  it("tells an error, and forgets it with the next answer", async () => {
    const live = new Question<"session">();
    live.ask(["session", null]);
    first().refuse({ code: "Busy", text: "error-busy", args: {} });
    await settle();
    expect(live.error?.code).toBe("Busy");
    live.hear({ type: "overflow" });
    waiting[1]?.answer({ language: "id" });
    await settle();
    expect(live.error).toBeUndefined();
  });

  it("shows that it waits only after 200 ms", async () => {
    vi.useFakeTimers();
    const live = new Question<"session">();
    live.ask(["session", null]);
    await vi.advanceTimersByTimeAsync(150);
    expect(live.loading).toBe(false);
    await vi.advanceTimersByTimeAsync(100);
    expect(live.loading).toBe(true);
  });
});

describe("events", () => {
  it("of every table touch every read", () => {
    expect(touches({ type: "changed", tables: ["*"] }, "session")).toBe(true);
    expect(touches({ type: "changed", tables: [] }, "session")).toBe(false);
  });

  it("end a job with its result or its error", async () => {
    const news = { type: "job", kind: "import_run", phase: "", done: 1, total: 1 } as const;
    const good = jobResult<number>(1);
    deliver({ ...news, id: 1, state: "running" });
    deliver({ ...news, id: 1, state: "done", result: 7 });
    expect(await good).toBe(7);
    deliver({
      ...news,
      id: 2,
      state: "failed",
      error: { code: "Invalid", text: "error-invalid", args: {} },
    });
    await expect(jobResult(2)).rejects.toBeInstanceOf(WartaError);
  });
});

describe("calls", () => {
  it("throw one kind of error", async () => {
    const asked = call("session", null);
    first().refuse(new Error("no such window"));
    await expect(asked).rejects.toMatchObject({ code: "Internal", details: "no such window" });
  });

  it("upload a file in pieces", async () => {
    clearMocks();
    const sizes: number[] = [];
    mockIPC((_command, payload) => {
      sizes.push((payload as unknown as Uint8Array).length);
      return "up1";
    });
    const shares: number[] = [];
    const bytes = new Uint8Array(2.5 * 1024 * 1024);
    const file = new PlainFile([bytes], "Daftar média.csv") as unknown as File;
    expect(await uploadFile(file, (share) => shares.push(share))).toBe("up1");
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(bytes.length);
    expect(sizes).toHaveLength(3);
    expect(shares.at(-1)).toBe(1);
    expect(await uploadFile(new PlainFile([], "kosong.csv") as unknown as File)).toBe("up1");
  });
});
