const minuteMs = 60_000;
const hourMinutes = 60;
const dayMinutes = 24 * hourMinutes;

/** How long, in one unit and whole numbers: minutes under 1 h, hours to 72 h, then days of 24 h. Never below 1 min. */
export function toAgeWords(lengthMs: number): string {
  const minutes = Math.max(1, Math.floor(lengthMs / minuteMs));
  if (minutes < hourMinutes) return `${minutes} min`;
  if (minutes <= 3 * dayMinutes) return `${Math.floor(minutes / hourMinutes)} h`;
  return `${Math.floor(minutes / dayMinutes)} d`;
}

/** Names in a sentence: "Kim", "Kim and Robin", "Kim, Robin and 2 more". */
export function toNameWords(names: readonly string[]): string {
  if (names.length <= 2) return names.join(' and ');
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}
