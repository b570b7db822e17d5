/** From this hour on, by the clinic's clock, a day is one on which people are congratulated. */
export const congratulatingHour = 6;

/** As `month * 100 + day`: whose birthday it is. Who was born on a 29th of February has theirs on the 28th in other years. */
export const birthdaysOn = (date: Temporal.PlainDate): number[] => {
  const own = date.month * 100 + date.day;
  return own === 228 && !date.inLeapYear ? [own, 229] : [own];
};

/** Years completed on that birthday; null when it is not known or cannot be. */
export const ageOn = (date: Temporal.PlainDate, birthDate: string): number | null => {
  const age = date.year - Number(birthDate.slice(0, 4));
  return age >= 0 && age <= 150 ? age : null;
};
