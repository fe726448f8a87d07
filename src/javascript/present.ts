/** True if the parser set the field: it leaves fields out, or sets them to null. */
export function isPresent<Field>(field: Field | null | undefined): field is Field {
  return field !== null && field !== undefined;
}
