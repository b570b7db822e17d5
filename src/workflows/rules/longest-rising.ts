/** Indices of a longest part of the numbers, in order, in which each is greater than the one before. */
export const longestRising = (numbers: readonly number[]): number[] => {
  const best: { length: number; from: number }[] = [];
  numbers.forEach((number, index) => {
    let found = { length: 1, from: -1 };
    for (let earlier = 0; earlier < index; earlier += 1) {
      const { length } = best[earlier]!;
      if (numbers[earlier]! < number && length >= found.length) found = { length: length + 1, from: earlier };
    }
    best.push(found);
  });
  const rising: number[] = [];
  const longest = Math.max(0, ...best.map(({ length }) => length));
  for (let at = best.findIndex(({ length }) => length === longest); at >= 0; at = best[at]!.from)
    rising.unshift(at);
  return rising;
};
