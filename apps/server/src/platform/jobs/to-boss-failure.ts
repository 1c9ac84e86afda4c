/** pg-boss tells some of its failures as plain copies of an error: as an error again, with its sentence and stack. */
export const toBossFailure = (told: unknown): Error => {
  if (told instanceof Error) return told;
  if (typeof told !== 'object' || told === null || !('message' in told)) return new Error(String(told));
  const failure = new Error(String(told.message));
  if ('stack' in told) failure.stack = String(told.stack);
  return failure;
};
