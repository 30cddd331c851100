export const LOCALE = "en-GB";

const whole = new Intl.NumberFormat(LOCALE);

/** A whole number, which may be longer than a float can tell. */
export function formatCount(count: number | string): string {
  return whole.format(count as Intl.StringNumericLiteral);
}

export interface Money {
  amount: string;
  currency: string;
}

/**
 * An amount as people write it. The decimal string goes to `Intl` as it is, which formats it exactly: no float between.
 * At least the currency's own decimals, and the tenths of pence of a unit price where there are some.
 */
export function formatMoney({ amount, currency }: Money): string {
  const format = new Intl.NumberFormat(LOCALE, { style: "currency", currency, maximumFractionDigits: 4 });
  return format.format(amount as Intl.StringNumericLiteral);
}
