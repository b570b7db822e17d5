/** `Germany`, `Deutschland`; what is no country stays as it is. */
export const holidayCountry = (code: string, language: string): string => {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
};
