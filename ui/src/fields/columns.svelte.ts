// Columns of a table for every field that has none of its own, the office's fields among them.
// Their values are fetched for the rows in view, and only while such a column is shown.
import { call } from "../api/call";
import type { OwnerKind, RecordField } from "../api/types.gen";
import { t } from "../i18n.svelte";
import type { Column } from "../shared/Table.svelte";
import { toast } from "../shared/toasts.svelte";
import { fieldName, valueText } from "./fields";

/** A row with the values of the shown field columns by their keys. */
export type WithValues<Row> = Row & { extra?: Readonly<Record<string, string[]>> };

export class FieldColumns<Row extends { id: number }> {
  #owner: OwnerKind;
  #skip: readonly string[];
  #shown = $state.raw<string[]>([]);

  /** `skip`: keys of fields that the table has columns for already. */
  constructor(owner: OwnerKind, skip: readonly string[]) {
    this.#owner = owner;
    this.#skip = skip;
  }

  /** Keys of the field columns that are shown; reading it makes a list fetch them. */
  get shown(): readonly string[] {
    return this.#shown;
  }

  /** Hears from the table which columns it shows. */
  hear(columns: string[]): void {
    const mine = columns.filter((id) => id.startsWith("field-")).map((id) => id.slice(6));
    if (mine.join() !== this.#shown.join()) this.#shown = mine;
  }

  /** The columns, hidden until chosen. */
  of(fields: readonly RecordField[]): Column<WithValues<Row>>[] {
    return fields
      .filter((field) => !this.#skip.includes(field.key) && !field.archived)
      .filter((field) => field.kind !== "picture")
      .map((field) => ({
        id: `field-${field.key}`,
        title: fieldName(field),
        width: 130,
        hidden: true,
        weight: "soft",
        align: field.kind === "number" ? "end" : undefined,
        text: (row) =>
          (row.extra?.[field.key] ?? []).map((value) => valueText(field, value)).join(", "),
        edit: this.#isTyped(field)
          ? {
              value: (row: WithValues<Row>) => row.extra?.[field.key]?.[0] ?? "",
              save: (row: WithValues<Row>, value: string) => this.#save(field, row, value),
            }
          : undefined,
      }));
  }

  /** Puts the values of the shown columns into rows that were just fetched. */
  async fill(rows: Row[]): Promise<WithValues<Row>[]> {
    const keys = [...this.#shown];
    if (keys.length === 0 || rows.length === 0) return rows;
    const ids = rows.map((row) => row.id);
    const answer = await call("field_values", { owner: this.#owner, ids, keys });
    const values = new Map(answer.map((row) => [row.id, row.values]));
    return rows.map((row) => ({
      ...row,
      extra: Object.fromEntries(keys.map((key, at) => [key, values.get(row.id)?.[at] ?? []])),
    }));
  }

  #isTyped(field: RecordField): boolean {
    return field.editable && (!field.many || field.custom_field_id !== 0);
  }

  async #save(field: RecordField, row: Row, value: string): Promise<void> {
    const values = [{ key: field.key, value }];
    await call("field_set", { owner: this.#owner, ids: [row.id], values });
    toast(t("field-saved", { field: fieldName(field) }), { undo: true });
  }
}
