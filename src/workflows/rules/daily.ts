/** The next time that the clinic's clock shows this, later than `after`. */
export const nextDaily = (at: string, timeZone: string, after: Temporal.Instant): Temporal.Instant => {
  const plainTime = Temporal.PlainTime.from(at);
  const today = after.toZonedDateTimeISO(timeZone).toPlainDate();
  const on = (day: Temporal.PlainDate): Temporal.Instant =>
    day.toZonedDateTime({ timeZone, plainTime }).toInstant();
  const same = on(today);
  return Temporal.Instant.compare(same, after) > 0 ? same : on(today.add({ days: 1 }));
};
