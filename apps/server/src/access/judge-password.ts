import { AppError } from '../platform/errors/index.ts';
import { guessedWords } from './guessed-words.data.ts';

/**
 * Refuses what is guessed first: a common word with digits around it, one character or a run over and over, or the
 * user's own address or name. Length is the contract's matter.
 */
export function refuseWeakPassword(
  password: string,
  about: { readonly email: string; readonly name?: string },
): void {
  const reason = findWeakness(password.toLowerCase(), about);
  if (reason === undefined) return;
  throw new AppError(
    'password-too-weak',
    `${reason} Take a few unrelated words, or let a password manager make one.`,
    {
      fields: { password: reason },
    },
  );
}

function findWeakness(
  password: string,
  { email, name }: { readonly email: string; readonly name?: string },
): string | undefined {
  const letters = toLetters(password);
  if (new Set(password).size < 5) return 'This password has too few different characters.';
  if (isRun(password)) return 'This password follows the alphabet, the digits or a pattern.';
  if (guessedWords.includes(letters)) return 'This password is one of the first to be tried.';
  const own = [email, email.split('@')[0] ?? '', name ?? ''].map(toLetters);
  const isOwn = own.some((word) => word.length >= 4 && word === letters);
  return isOwn ? 'This password is made of your own name or address.' : undefined;
}

const substitutes: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['1', 'i'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['7', 't'],
  ['@', 'a'],
  ['$', 's'],
  ['!', 'i'],
]);

/** The letters alone: without what stands around them, and with what stands for a letter inside them read as that letter. */
function toLetters(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[^a-z]+|[^a-z]+$/g, '')
    .replace(/[^a-z]/g, (character) => substitutes.get(character) ?? '');
}

/** Whether each character is the one before it plus or minus one, or a short piece repeats to the end. */
function isRun(text: string): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, i) => code - (codes[i] ?? 0));
  const regular = steps.filter((step) => Math.abs(step) <= 1).length;
  if (regular >= steps.length - 2) return true;
  return [1, 2, 3, 4].some((size) => text.slice(size) === text.slice(0, -size));
}
