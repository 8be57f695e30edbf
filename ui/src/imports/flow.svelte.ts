// One import on its way: file, columns, what it would do, the run, the outcome. It lives outside
// the room, so that an import goes on while the person looks elsewhere.
import { asWartaError, call, uploadFile, type WartaError } from "../api/call";
import { runJob, type JobEvent } from "../api/events.svelte";
import type {
  Field,
  FieldRule,
  ImportPlan,
  ImportResult,
  ImportRun,
  Inspect,
  Inspection,
  PersonProposal,
  UpdateRule,
  Undone,
} from "../api/types.gen";
import { t } from "../i18n.svelte";
import { toast, toastError } from "../shared/toasts.svelte";

export type Step = "file" | "columns" | "preview" | "done";
export const STEPS: Step[] = ["file", "columns", "preview", "done"];

/** Fields whose rule may be to add, with the rule that holds when none was chosen. */
const SEVERAL = new Set<Field>([
  "email",
  "phone",
  "whatsapp",
  "beats",
  "tags",
  "lists",
  "outlet",
  "regions",
  "languages",
  "topics",
  "outlet_beats",
  "outlet_tags",
  "outlet_regions",
  "outlet_languages",
  "outlet_topics",
]);
/** Fields that no rule is offered for: they find the person, or only ever add. */
const WITHOUT_RULE = new Set<Field>([
  "ignore",
  "name",
  "first_name",
  "middle_name",
  "last_name",
  "gender",
  "tag_if_yes",
  "beat_if_yes",
  "do_not_contact",
  "memberships",
  "social_accounts",
  "instagram",
  "twitter",
  "facebook",
  "tiktok",
  "youtube",
  "linkedin",
  "affiliations",
  "exact_name",
  "birth_year",
  "birth_month",
  "birth_day",
  "reaches",
  "membership_details",
  "social_details",
  "states",
  "outlet_email",
  "outlet_phone",
  "outlet_whatsapp",
  "outlet_reaches",
  "outlet_memberships",
  "outlet_membership_details",
  "outlet_social_accounts",
  "outlet_social_details",
  "outlet_states",
]);

/** A sheet that was looked at, and what its columns shall be. */
type Look = { inspection: Inspection; mapping: Field[] };

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
  /** Sheets by name; a file without sheets has one of an empty name. */
  looks = $state<Record<string, Look>>({});
  /** The sheets that are imported, in this order. */
  sheets = $state<string[]>([]);
  /** The sheet whose columns are on screen. */
  active = $state("");
  /** Rules that differ from the usual ones. */
  rules = $state<Record<Field, UpdateRule>>({});
  /** One person in what was pasted, to be confirmed. */
  person = $state.raw<PersonProposal | undefined>(undefined);
  list = $state("");
  preview = $state.raw<ImportResult | undefined>(undefined);
  result = $state.raw<ImportResult | undefined>(undefined);
  undone = $state.raw<Undone | undefined>(undefined);

  #upload = "";
  /** Gives the file, or what was pasted, once more. */
  #again?: () => Promise<string>;
  #job: number | undefined = $state();

  get canCancel(): boolean {
    return this.busy && this.#job !== undefined;
  }

  get inspection(): Inspection | undefined {
    return this.looks[this.active]?.inspection;
  }

  get mapping(): Field[] {
    return this.looks[this.active]?.mapping ?? [];
  }

  /** The fields of all sheets that a rule can be chosen for, with the rule and the choices. */
  get ruled(): { field: Field; rule: UpdateRule; choices: UpdateRule[] }[] {
    const fields = this.sheets.flatMap((sheet) => this.looks[sheet]?.mapping ?? []);
    return [...new Set(fields)]
      .filter((field) => !WITHOUT_RULE.has(field) && !/^(outlet_)?new_/.test(field))
      .map((field) => {
        const several = SEVERAL.has(field);
        const adds = several || field.endsWith("notes");
        return {
          field,
          rule: this.rules[field] ?? (several ? "add" : "fill"),
          choices: adds ? ["add", "fill", "replace"] : ["fill", "replace"],
        };
      });
  }

  /** Fields given to two columns although they take one. */
  get doubled(): Field[] {
    const seen = new Set<Field>();
    const repeatable = new Set(this.inspection?.repeatable);
    const twice = this.mapping.filter((field) => {
      const again = seen.has(field) && !repeatable.has(field);
      seen.add(field);
      return again;
    });
    return [...new Set(twice)];
  }

  restart(): void {
    this.step = "file";
    this.error = undefined;
    this.looks = {};
    this.sheets = [];
    this.active = "";
    this.rules = {};
    this.person = undefined;
    this.preview = undefined;
    this.result = undefined;
    this.undone = undefined;
    this.list = "";
    this.fileName = "";
  }

  async takeFile(file: File): Promise<void> {
    this.fileName = file.name;
    await this.#work("import-uploading", async () => {
      this.total = 100;
      this.#again = () => uploadFile(file, (share) => (this.done = Math.round(share * 100)));
      this.#upload = await this.#again();
      await this.#inspect();
    });
  }

  /** Takes a pasted text: rows and cards go on like a file, one person is shown for confirmation. */
  async takePaste(text: string): Promise<void> {
    this.fileName = t("import-paste-name");
    await this.#work("phase-reading", async () => {
      const pasted = await runJob("import_paste", { text }, this.#news);
      if (pasted.kind === "person" && pasted.person) {
        this.person = pasted.person;
        return;
      }
      this.#again = async () => (await runJob("import_paste", { text }, this.#news)).upload;
      this.#upload = pasted.upload;
      await this.#inspect();
    });
  }

  /** Shows the columns of a sheet; one that was not looked at yet is looked at first. */
  async showSheet(sheet: string): Promise<void> {
    if (this.looks[sheet]) {
      this.active = sheet;
      return;
    }
    await this.#work("phase-reading", () => this.#inspect(sheet));
  }

  /** Takes a sheet into the import, or leaves it out; one always stays. */
  async pickSheet(sheet: string, wanted: boolean): Promise<void> {
    this.preview = undefined;
    if (!wanted) {
      if (this.sheets.length < 2) return;
      this.sheets = this.sheets.filter((other) => other !== sheet);
      if (this.active === sheet) this.active = this.sheets[0] ?? "";
      return;
    }
    await this.showSheet(sheet);
    if (this.looks[sheet] && !this.sheets.includes(sheet)) this.sheets = [...this.sheets, sheet];
  }

  async #inspect(sheet?: string): Promise<void> {
    await this.#giveAgain();
    const order: Inspect = { upload: this.#upload, file_name: this.fileName, sheet };
    const found = await runJob("import_inspect", order, this.#news);
    const name = found.table.sheet ?? "";
    if (sheet === undefined) {
      this.looks = {};
      this.sheets = [name];
      this.rules = {};
    }
    this.looks[name] = { inspection: found, mapping: [...found.mapping] };
    for (const { field, rule } of found.rules) this.rules[field] = rule;
    this.active = name;
    this.preview = undefined;
    this.step = "columns";
  }

  setField(column: number, field: Field): void {
    const look = this.looks[this.active];
    if (look) look.mapping[column] = field;
    this.preview = undefined;
    this.error = undefined;
  }

  setRule(field: Field, rule: UpdateRule): void {
    this.rules[field] = rule;
    this.preview = undefined;
  }

  get #plan(): ImportPlan {
    const offered = new Set(this.ruled.map((one) => one.field));
    const rules: FieldRule[] = Object.entries(this.rules)
      .filter(([field]) => offered.has(field))
      .map(([field, rule]) => ({ field, rule }));
    return {
      upload: this.#upload,
      file_name: this.fileName,
      sheets: this.sheets.map((sheet) => ({
        sheet,
        mapping: [...(this.looks[sheet]?.mapping ?? [])],
      })),
      rules: rules.length > 0 ? rules : undefined,
      list: this.list.trim() || undefined,
    };
  }

  /** An import leaves no copy of the file behind, however it ended: to go on, it is given again. */
  async #giveAgain(): Promise<void> {
    if (this.#upload === "" && this.#again) this.#upload = await this.#again();
  }

  async look(): Promise<void> {
    await this.#work("phase-reading", async () => {
      await this.#giveAgain();
      this.preview = await runJob("import_preview", this.#plan, this.#news);
      this.step = "preview";
    });
  }

  async run(): Promise<void> {
    await this.#work("phase-importing", async () => {
      await this.#giveAgain();
      const plan = this.#plan;
      this.#upload = "";
      this.result = await runJob("import_run", plan, this.#news);
      this.undone = undefined;
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
    const result = this.result;
    if (!result) return;
    await this.#work("phase-undoing", async () => {
      this.undone = await runJob("import_undo", result.import_id, this.#news);
      this.#tellUndone(this.fileName, this.undone);
    });
  }

  #tellUndone(file: string, undone: Undone): void {
    const count = undone.left.count;
    toast(count > 0 ? t("import-undone-but", { file, count }) : t("import-undone", { file }));
  }

  /** Takes back an import of the past; answers what was left. */
  async undoRun(run: ImportRun): Promise<Undone | undefined> {
    let undone: Undone | undefined;
    await this.#work("phase-undoing", async () => {
      undone = await runJob("import_undo", run.id, this.#news);
      this.#tellUndone(run.file_name, undone);
    });
    return undone;
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
      if (error.code === "Cancelled") {
        toast(t(phase === "phase-undoing" ? "import-undo-cancelled" : "import-cancelled"));
      } else this.error = error;
    }
    this.#job = undefined;
    this.busy = false;
  }
}

export const importFlow = new ImportFlow();
