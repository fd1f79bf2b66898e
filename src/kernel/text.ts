// Words shown to people, in every language the product speaks; said where the thing itself is declared.

export const languages = ['en', 'nl', 'de'] as const;
export type Language = (typeof languages)[number];

/** One sentence or label in every language. `{name}` marks a parameter. */
export type Text = { readonly en: string; readonly nl: string; readonly de: string };
export type Params = Readonly<Record<string, string | number | null>>;

/** Fills the parameters of a text. A missing parameter stays visible as `{name}`, so that tests and people notice it. */
export function say(text: Text, language: Language, params: Params = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined || value === null ? whole : String(value);
  });
}
