/** `12000, 'USD', 'en'` → `$120.00` */
export const money = (cents: number, currency: string, language: string): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency }).format(cents / 100);
