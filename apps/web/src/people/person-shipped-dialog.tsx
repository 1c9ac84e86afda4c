import { Dialog, SegmentedControl, Textarea } from '@primer/react';
import { getShippedText, type PersonPage } from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { CheckField } from '../ui/check-field.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Field } from '../ui/field.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import styles from './person-shipped-dialog.module.css';

type Form = 'text' | 'markdown';

interface Props {
  readonly page: PersonPage;
  readonly onClose: () => void;
}

/** What was shipped, as text or Markdown: chosen, edited, copied. */
export const PersonShippedDialog = ({ page, onClose }: Props) => {
  const [form, setForm] = useState<Form>('text');
  const [by, setBy] = useState<string>(page.by);
  const [also, setAlso] = useState<readonly string[]>(['reviews', 'unblocked']);
  const query = { period: page.period.text, by, with: also.join(',') };
  const answer = useAnswer(getShippedText, { params: { slug: page.slug }, query });
  const choose = (part: string, isOn: boolean) =>
    setAlso((before) => (isOn ? [...before, part].toSorted() : before.filter((each) => each !== part)));
  return (
    <Dialog
      title={page.isMe ? 'What I shipped' : `What ${page.name} shipped`}
      subtitle="Put together without a model. Changing what stands in it writes it anew; edit last."
      width="xlarge"
      position={{ narrow: 'fullscreen', regular: 'center' }}
      onClose={onClose}
    >
      <div className={styles['dialog']}>
        <div className={styles['choices']}>
          <SegmentedControl
            aria-label="Written as"
            onChange={(at) => setForm(at === 1 ? 'markdown' : 'text')}
          >
            <SegmentedControl.Button selected={form === 'text'}>Text</SegmentedControl.Button>
            <SegmentedControl.Button selected={form === 'markdown'}>Markdown</SegmentedControl.Button>
          </SegmentedControl>
          <SelectField
            label="In groups"
            value={by}
            options={[
              { value: 'repo', name: 'by repository' },
              { value: 'label', name: 'by label' },
            ]}
            onChange={setBy}
          />
          <div className={styles['also']}>
            <CheckField
              label="Reviews given"
              isOn={also.includes('reviews')}
              onChange={(isOn) => choose('reviews', isOn)}
            />
            <CheckField
              label="Unblocked for others"
              isOn={also.includes('unblocked')}
              onChange={(isOn) => choose('unblocked', isOn)}
            />
          </div>
        </div>
        <Loaded answer={answer} skeleton={<Skeleton label="Putting it together" rows={8} />}>
          {(texts) => <Edited key={texts[form]} written={texts[form]} />}
        </Loaded>
      </div>
    </Dialog>
  );
};

/** The text as it was written until somebody edits it; what is copied is what stands there. */
const Edited = ({ written }: { readonly written: string }) => {
  const [text, setText] = useState(written);
  return (
    <>
      <Field label="What will be copied">
        {(control) => (
          <Textarea
            {...control}
            block
            rows={16}
            resize="vertical"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <div>
        <CopyButton text={text} label="Copy" isWide />
      </div>
    </>
  );
};
