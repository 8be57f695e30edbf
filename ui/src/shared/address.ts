// The lines of a postal address, as they stand on an envelope.

export type Postal = {
  name: string;
  /** What stands under the name: position and outlet. */
  at?: string;
  address: string;
  postalCode?: string;
  city?: string;
  region?: string;
  country?: string;
};

/** The lines, without empty ones; what the address names already is not said again. */
export function addressLines(postal: Postal): string[] {
  const street = postal.address
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const said = street.join("\n").toLowerCase();
  const more = (part?: string) => {
    const text = part?.trim() ?? "";
    return text && !said.includes(text.toLowerCase()) ? text : "";
  };
  const town = [more(postal.city), more(postal.postalCode)].filter(Boolean).join(" ");
  return [
    postal.name.trim(),
    postal.at?.trim() ?? "",
    ...street,
    town,
    more(postal.region),
    more(postal.country),
  ].filter(Boolean);
}
