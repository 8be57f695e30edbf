// WebKit takes its default language from the environment; with LANG=C that is "C", which is no
// language, and every Intl object made without a locale throws. This file gives such calls one
// that exists. It must be imported before anything else.

const FALLBACK = "id";

type IntlMaker = new (locales?: string | string[], options?: object) => object;

function works(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}

/** A maker that falls back to a language that exists. */
export function guarded<M extends IntlMaker>(maker: M): M {
  const locales = (wanted: unknown): unknown =>
    wanted !== undefined && works(() => Intl.getCanonicalLocales(wanted as string))
      ? wanted
      : FALLBACK;
  return new Proxy(maker, {
    construct(target, [wanted, ...rest], newTarget) {
      return Reflect.construct(target, [locales(wanted), ...rest], newTarget) as object;
    },
    apply(target, self, [wanted, ...rest]: unknown[]) {
      return Reflect.apply(target as unknown as (...all: unknown[]) => unknown, self, [
        locales(wanted),
        ...rest,
      ]);
    },
  });
}

/** Puts the guard in place when the environment's language is not one. */
export function guardIntl(): void {
  // All of them refuse the same languages, and this one is the quickest to make.
  if (works(() => new Intl.NumberFormat())) return;
  const intl = Intl as unknown as Record<string, IntlMaker>;
  for (const name of [
    "Collator",
    "DateTimeFormat",
    "ListFormat",
    "NumberFormat",
    "PluralRules",
    "RelativeTimeFormat",
    "Segmenter",
  ]) {
    const maker = intl[name];
    if (maker) intl[name] = guarded(maker);
  }
}

guardIntl();
