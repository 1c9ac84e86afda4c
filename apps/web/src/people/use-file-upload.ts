import {
  addImportPart,
  type Call,
  importPartLength,
  type PeopleImport,
  readPeopleImport,
  startPeopleImport,
} from '@throughline/contract';
import { useRef, useState } from 'react';
import { useCall } from '../api/api-context.ts';
import { toFileText } from './to-file-text.ts';

interface Upload {
  readonly start: (file: File) => void;
  readonly isBusy: boolean;
  /** How much of the file is there. */
  readonly percent: number;
  readonly answer: PeopleImport | undefined;
  readonly error: unknown;
}

interface State {
  readonly isBusy: boolean;
  readonly percent: number;
  readonly answer?: PeopleImport;
  readonly error?: unknown;
}

/** Brings a file part by part and has it read. Another file takes the place of one that is still on its way. */
export const useFileUpload = (): Upload => {
  const call = useCall();
  const [state, setState] = useState<State>({ isBusy: false, percent: 0 });
  const latest = useRef<File>(undefined);
  const start = (file: File) => {
    latest.current = file;
    const show = (next: State) => {
      if (latest.current === file) setState(next);
    };
    show({ isBusy: true, percent: 0 });
    bring(call, file, (percent) => show({ isBusy: true, percent }))
      .then((answer) => show({ isBusy: false, percent: 100, answer }))
      .catch((error: unknown) => show({ isBusy: false, percent: 0, error }));
  };
  return { start, isBusy: state.isBusy, percent: state.percent, answer: state.answer, error: state.error };
};

async function bring(call: Call, file: File, onPart: (percent: number) => void): Promise<PeopleImport> {
  const text = toFileText(await file.arrayBuffer());
  const { peopleImportId } = await call(startPeopleImport, { body: { fileName: file.name.slice(0, 200) } });
  for (let position = 0; position * importPartLength < text.length; position += 1) {
    await call(addImportPart, {
      params: { peopleImportId, position },
      body: { text: text.slice(position * importPartLength, (position + 1) * importPartLength) },
    });
    onPart(Math.min(100, Math.floor((100 * (position + 1) * importPartLength) / text.length)));
  }
  return call(readPeopleImport, { params: { peopleImportId } });
}
