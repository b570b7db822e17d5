/** What was typed, for a field that may stay empty. @returns null for nothing but blanks */
export const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());
