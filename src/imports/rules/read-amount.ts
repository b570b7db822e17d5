/**
 * An amount of money in cents: 1.234,56 and 1,234.56, with a currency before or behind, negative in brackets.
 * @param decimalComma what a single separator before three digits means: true as in German
 */
export const readAmount = (raw: string, decimalComma: boolean): number | null => {
  const bare = raw.replace(/[\s'’]|eur|usd|chf|gbp|[€$£]/gi, '');
  const match = /^(\()?([+-])?([\d.,]+)([+-])?(\))?$/.exec(bare);
  if (!match || (match[1] === undefined) !== (match[5] === undefined)) return null;
  const digits = match[3]!;
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const behind = last === -1 ? '' : digits.slice(last + 1);
  const separators = digits.replace(/\d/g, '');
  const lastIsDecimal =
    behind.length !== 3
      ? last !== -1
      : new Set(separators).size === 2 || (separators.length === 1 && (separators === ',') === decimalComma);
  const whole = (lastIsDecimal ? digits.slice(0, last) : digits).replace(/[.,]/g, '');
  const amount = Math.round(Number(`${whole === '' ? '0' : whole}.${lastIsDecimal ? behind : '0'}`) * 100);
  if (!Number.isSafeInteger(amount) || amount > 2_147_483_647 || !/\d/.test(digits)) return null;
  const negative = match[1] !== undefined || match[2] === '-' || match[4] === '-';
  return negative ? -amount : amount;
};
