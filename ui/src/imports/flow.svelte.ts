// One import on its way: file, columns, what it would do, the run, the outcome. It lives outside
// the room, so that an import goes on while the person looks elsewhere.
import { asWartaError, call, uploadFile, type WartaError } from "../api/call";
import { runJob, type JobEvent } from "../api/events.svelte";
import type { Field, ImportPlan, ImportResult, Inspect, Inspection } from "../api/types.gen";
import { t } from "../i18n.svelte";
import { toast, toastError } from "../shared/toasts.svelte";

export type Step = "file" | "columns" | "preview" | "done";
export const STEPS: Step[] = ["file", "columns", "preview", "done"];

/** Fields that several columns may feed. */
const REPEATABLE = new Set<Field>([
  "email",
  "phone",
  "whatsapp",
  "tags",
  "tag_if_yes",
  "lists",
  "notes",
  "beats",
  "do_not_contact",
  "ignore",
]);

export class ImportFlow {
  step = $state<Step>("file");
  busy = $state(false);
  /** Key of what is going on. */
  phase = $state("");
  done = $state(0);
  /** 0 while the length is not known. */
  total = $state(0);
  error = $state.raw<WartaError | undefined>(undefined);
  fileName = $state("");
  inspection = $state.raw<Inspection | undefined>(undefined);
  mapping = $state<Field[]>([]);
  list = $state("");
  preview = $state.raw<ImportResult | undefined>(undefined);
  result = $state.raw<ImportResult | undefined>(undefined);
  undone = $state(false);

  #upload = "";
  #job: number | undefined = $state();

  get canCancel(): boolean {
    return this.busy && this.#job !== undefined;
  }

  /** Fields given to two columns although they take one. */
  get doubled(): Field[] {
    const seen = new Set<Field>();
    const twice = this.mapping.filter((field) => {
      const again = seen.has(field) && !REPEATABLE.has(field);
      seen.add(field);
      return again;
    });
    return [...new Set(twice)];
  }

  restart(): void {
    this.step = "file";
    this.error = undefined;
    this.inspection = undefined;
    this.preview = undefined;
    this.result = undefined;
    this.undone = false;
    this.list = "";
    this.fileName = "";
  }

  async takeFile(file: File): Promise<void> {
    this.fileName = file.name;
    await this.#work("import-uploading", async () => {
      this.total = 100;
      this.#upload = await uploadFile(file, (share) => (this.done = Math.round(share * 100)));
      await this.#inspect();
    });
  }

  /** Looks at another sheet of the workbook. */
  async chooseSheet(sheet: string): Promise<void> {
    await this.#work("phase-reading", () => this.#inspect(sheet));
  }

  async #inspect(sheet?: string): Promise<void> {
    const order: Inspect = { upload: this.#upload, file_name: this.fileName, sheet };
    const found = await runJob("import_inspect", order, this.#news);
    this.inspection = found;
    this.mapping = [...found.mapping];
    this.preview = undefined;
    this.step = "columns";
  }

  setField(column: number, field: Field): void {
    this.mapping[column] = field;
    this.preview = undefined;
    this.error = undefined;
  }

  get #plan(): ImportPlan {
    return {
      upload: this.#upload,
      file_name: this.fileName,
      sheet: this.inspection?.table.sheet ?? undefined,
      mapping: [...this.mapping],
      list: this.list.trim() || undefined,
    };
  }

  async look(): Promise<void> {
    await this.#work("phase-reading", async () => {
      this.preview = await runJob("import_preview", this.#plan, this.#news);
      this.step = "preview";
    });
  }

  async run(): Promise<void> {
    await this.#work("phase-importing", async () => {
      this.result = await runJob("import_run", this.#plan, this.#news);
      this.undone = false;
      this.step = "done";
    });
  }

  async cancel(): Promise<void> {
    if (this.#job === undefined) return;
    try {
      await call("job_cancel", this.#job);
    } catch (thrown) {
      toastError(thrown);
    }
  }

  /** Takes back everything that this import did. */
  async undo(): Promise<void> {
    if (!this.result) return;
    this.busy = true;
    try {
      await call("undo_action", this.result.action_id);
      this.undone = true;
      toast(t("import-undone", { file: this.fileName }));
    } catch (thrown) {
      toastError(thrown);
    }
    this.busy = false;
  }

  async saveRejected(): Promise<void> {
    if (!this.result) return;
    try {
      const order = { what: "rejected", import_id: this.result.import_id };
      const written = await runJob("export_run", order);
      toast(t("export-saved", { file: written.file }));
    } catch (thrown) {
      toastError(thrown);
    }
  }

  #news = {
    onstart: (id: number) => {
      this.#job = id;
    },
    onnews: (job: JobEvent) => {
      if (job.phase) this.phase = job.phase;
      this.done = job.done;
      this.total = job.total;
    },
  };

  async #work(phase: string, deed: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = undefined;
    this.phase = phase;
    this.done = 0;
    this.total = 0;
    try {
      await deed();
    } catch (thrown) {
      const error = asWartaError(thrown);
      if (error.code === "Cancelled") toast(t("import-cancelled"));
      else this.error = error;
    }
    this.#job = undefined;
    this.busy = false;
  }
}

export const importFlow = new ImportFlow();
