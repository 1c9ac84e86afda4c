import type { Call } from './client.ts';
import {
  addImportPart,
  importPartLength,
  type PeopleImport,
  readPeopleImport,
  startPeopleImport,
} from './people-files.ts';
import { toFileText } from './to-file-text.ts';

interface BroughtFile {
  readonly name: string;
  readonly bytes: ArrayBuffer;
  /** Told how much of it is there, in per cent. */
  readonly onPart?: (percent: number) => void;
}

/** Brings a file of people part by part and has it read; answers what each row will do. Nothing is written. */
export async function bringPeopleFile(
  call: Call,
  { name, bytes, onPart }: BroughtFile,
): Promise<PeopleImport> {
  const text = toFileText(bytes);
  const { peopleImportId } = await call(startPeopleImport, { body: { fileName: name.slice(-200) } });
  for (let position = 0; position * importPartLength < text.length; position += 1) {
    await call(addImportPart, {
      params: { peopleImportId, position },
      body: { text: text.slice(position * importPartLength, (position + 1) * importPartLength) },
    });
    onPart?.(Math.min(100, Math.floor((100 * (position + 1) * importPartLength) / text.length)));
  }
  return call(readPeopleImport, { params: { peopleImportId } });
}
