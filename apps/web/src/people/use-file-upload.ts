import { bringPeopleFile, type PeopleImport } from '@throughline/contract';
import { useRef, useState } from 'react';
import { useCall } from '../api/api-context.ts';

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
    file
      .arrayBuffer()
      .then((bytes) =>
        bringPeopleFile(call, {
          name: file.name,
          bytes,
          onPart: (percent) => show({ isBusy: true, percent }),
        }),
      )
      .then((answer) => show({ isBusy: false, percent: 100, answer }))
      .catch((error: unknown) => show({ isBusy: false, percent: 0, error }));
  };
  return { start, isBusy: state.isBusy, percent: state.percent, answer: state.answer, error: state.error };
};
