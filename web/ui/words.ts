/** The shape of a dictionary: German must have exactly the keys that English has, or the type check fails. */
export type Words<Dictionary> = {
  [Key in keyof Dictionary]: Dictionary[Key] extends string ? string : Words<Dictionary[Key]>;
};
