// Quotas of an event in words, and the organisations that they name.
import { call } from "../../api/call";
import type { QuotaRow } from "../../api/types.gen";
import { t } from "../../i18n.svelte";
import type { Choice } from "../../shared/Combobox.svelte";

export const SCOPES = ["each_outlet", "outlet", "organisation", "tier"] as const;
/** How much the office minds an outlet, as `organisation.rs` has it. */
export const TIERS = ["1", "2", "3"];

export type Scope = (typeof SCOPES)[number];

export const scopeChoices = () =>
  SCOPES.map((value) => ({ value, label: t(`guests-quota-${value}`) }));

/** Whom a quota is for. */
export function quotaName(quota: QuotaRow): string {
  if (quota.scope === "each_outlet") return t("guests-quota-each_outlet");
  if (quota.scope === "tier") return t("guests-quota-tier-of", { tier: quota.tier });
  if (quota.scope === "organisation")
    return t("guests-quota-nominated", { name: quota.organisation });
  return quota.organisation;
}

/** Outlets, associations and units that may name guests. */
export async function findOrganisations(text: string): Promise<Choice[]> {
  const page = await call("organisation_list", { search: text || undefined, limit: 12 });
  return page.rows.map((row) => ({ value: String(row.id), label: row.name, hint: row.city }));
}
