import { type AppField, checkGithubApp, type FieldFinding, type ReadData } from '@throughline/contract';
import { useState } from 'react';
import { useChange } from '../../api/use-change.ts';
import type { FieldState } from '../../ui/use-form.ts';
import type { GivenHost } from '../given-host.ts';

export const emptyApp = {
  githubAppId: '',
  clientId: '',
  privateKey: '',
  clientSecret: '',
  webhookSecret: '',
};
export type EnteredApp = typeof emptyApp;

/** What GitHub said of a field, and of which text it said it. */
interface Said extends FieldFinding {
  readonly of: string;
}

/** An App's fields, each checked at GitHub as it is left, with whatever else is there by then. */
export const useCheckedApp = (host: GivenHost, data: readonly ReadData[]) => {
  const [values, setValues] = useState<EnteredApp>(emptyApp);
  const [said, setSaid] = useState<readonly Said[]>([]);
  const check = useChange(checkGithubApp, {
    onDone: ({ fields }, { body }) => {
      setSaid(fields.map((finding) => ({ ...finding, of: body?.app?.[finding.field] ?? '' })));
    },
  });
  const find = (name: AppField): Said | undefined =>
    said.find(({ field, of }) => field === name && of === values[name]);
  /** `refused`: what sending the whole was answered for this field. */
  const field = (name: AppField, refused?: string): FieldState => {
    const finding = find(name);
    return {
      value: values[name],
      need: finding === undefined ? refused : finding.isFine ? undefined : finding.text,
      onChange: (value) => setValues((before) => ({ ...before, [name]: value })),
      onBlur: () => {
        if (values[name].trim() !== '') check.mutate({ body: { host, app: values, data: [...data] } });
      },
    };
  };
  return {
    values,
    field,
    /** What is fine about a field, in words. */
    findFine: (name: AppField): string | undefined => {
      const finding = find(name);
      return finding?.isFine === true ? finding.text : undefined;
    },
    check,
  };
};
