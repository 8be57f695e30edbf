// What the import jobs answer; see src-tauri/src/import.rs and format/table.rs.
import type { Field } from "../api/types.gen";

export type TableInfo = {
  kind: string;
  encoding: string;
  delimiter: string | null;
  sheets: { name: string; rows_estimate: number }[];
  sheet: string | null;
  header_row: number | null;
  headers: string[];
  samples: string[][];
};

export type Inspection = {
  file_name: string;
  table: TableInfo;
  mapping: Field[];
  fields: Field[];
};

export type Rejected = { row: number; column: string; value: string; reason: string };

export type Outcome = "added" | "updated" | "skipped" | "rejected";
export type RowOutcome = {
  row: number;
  outcome: string;
  name: string;
  outlet: string;
  detail: string;
};

export type ImportResult = {
  action_id: number;
  import_id: number;
  added: number;
  updated: number;
  skipped: number;
  rejected: Rejected[];
  possible_duplicates: number;
  new_outlets: number;
  rows: RowOutcome[];
};
