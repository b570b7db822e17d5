/** Completed years of life. @param birthDate `2016-02-28` @param day `2026-11-21`, the clinic's calendar day */
export const ageOn = (birthDate: string, day: string): number => {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
};
