// What the fields of an import are called.
import type { Field, Inspection } from "../api/types.gen";
import { hasText, t } from "../i18n.svelte";

/** The name of a field: the office's own, that of an import, or that of a contact or an outlet. */
export function fieldName(field: Field, own: Inspection["custom"] = []): string {
  const custom = own.find((one) => one.field === field);
  if (custom) {
    const ofOutlet = field.startsWith("outlet_");
    return ofOutlet ? t("import-field-of-outlet", { name: custom.name }) : custom.name;
  }
  if (hasText(`import-field-${field}`)) return t(`import-field-${field}`);
  const plain = `field-${field.replaceAll("_", "-")}`;
  if (hasText(plain)) return t(plain);
  const ofOutlet = `field-${field.replace(/^outlet_/, "").replaceAll("_", "-")}`;
  return hasText(ofOutlet) ? t("import-field-of-outlet", { name: t(ofOutlet) }) : field;
}
