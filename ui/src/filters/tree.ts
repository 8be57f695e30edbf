// A filter while it is built: rows of field, comparison and value, in groups.
import type { FieldRow, Filter, Op } from "../api/types.gen";

export type RulePart = {
  id: number;
  kind: "rule";
  field: string;
  op: Op;
  values: string[];
};
export type GroupPart = {
  id: number;
  kind: "group";
  joint: "all" | "any";
  not: boolean;
  parts: Part[];
};
export type Part = RulePart | GroupPart;

let last = 0;
const nextId = () => (last += 1);

export function newGroup(parts: Part[] = [], joint: "all" | "any" = "all", not = false): GroupPart {
  return { id: nextId(), kind: "group", joint, not, parts };
}

/** A row on this field, compared as it mostly is. */
export function newRule(field: FieldRow | undefined): RulePart {
  return {
    id: nextId(),
    kind: "rule",
    field: field?.key ?? "",
    op: field?.ops[0] ?? "is",
    values: [],
  };
}

/** A stored filter as groups and rows. */
export function draftOf(filter: Filter | undefined): GroupPart {
  const part = filter ? partOf(filter) : newGroup();
  return part.kind === "group" ? part : newGroup([part]);
}

function partOf(filter: Filter): Part {
  if ("all" in filter) return newGroup(filter.all.map(partOf));
  if ("any" in filter) return newGroup(filter.any.map(partOf), "any");
  if ("rule" in filter) {
    return { id: nextId(), kind: "rule", ...filter.rule, values: [...filter.rule.values] };
  }
  const inside = partOf(filter.not);
  if (inside.kind === "group" && !inside.not) return { ...inside, not: true };
  return newGroup([inside], "all", true);
}

/** Comparisons that need no value. */
export const needsNoValue = (op: Op): boolean => op === "empty" || op === "set";
/** Comparisons by a number of days. */
export const countsDays = (op: Op): boolean =>
  op === "within" || op === "not_within" || op === "next";

/** What the rows say so far; rows without a value are not asked yet. Nothing when none is. */
export function filterOf(group: GroupPart): Filter | undefined {
  const parts = group.parts.map(saidBy).filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  const only = parts.length === 1 ? parts[0] : undefined;
  const joined: Filter = only ?? (group.joint === "all" ? { all: parts } : { any: parts });
  return group.not ? { not: joined } : joined;
}

function saidBy(part: Part): Filter | undefined {
  if (part.kind === "group") return filterOf(part);
  const values = part.values.map((value) => value.trim()).filter(Boolean);
  if (part.field === "" || (values.length === 0 && !needsNoValue(part.op))) return undefined;
  return {
    rule: { field: part.field, op: part.op, values: needsNoValue(part.op) ? [] : values },
  };
}
