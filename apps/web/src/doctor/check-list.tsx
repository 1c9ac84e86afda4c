import type { DoctorCheck } from '@throughline/contract';
import { CheckItem } from './check-item.tsx';
import styles from './doctor-checks.module.css';

interface Props {
  readonly checks: readonly DoctorCheck[];
  readonly onAgain: () => void;
  /** Asks one check again. */
  readonly onOneAgain?: ((id: string) => void) | undefined;
  /** The check that is being asked again. */
  readonly asking?: string | undefined;
}

/** Checks, what is broken first; what is well, and what was not checked, folded beneath. */
export const CheckList = ({ checks, onAgain, onOneAgain, asking }: Props) => {
  const open = [...pick(checks, 'broken'), ...pick(checks, 'attention')];
  const toItem = (check: DoctorCheck) => (
    <CheckItem
      key={check.id}
      check={check}
      onRepaired={onAgain}
      isAsking={asking === check.id}
      onAgain={onOneAgain === undefined ? undefined : () => onOneAgain(check.id)}
    />
  );
  return (
    <div className={styles['checks']}>
      {open.length > 0 && <ul className={styles['list']}>{open.map(toItem)}</ul>}
      <Folded title="well" checks={pick(checks, 'ok')} toItem={toItem} />
      <Folded title="not checked" checks={pick(checks, 'not-checked')} toItem={toItem} />
    </div>
  );
};

const pick = (checks: readonly DoctorCheck[], verdict: DoctorCheck['verdict']) =>
  checks.filter((check) => check.verdict === verdict);

interface FoldedProps {
  readonly title: string;
  readonly checks: readonly DoctorCheck[];
  readonly toItem: (check: DoctorCheck) => React.ReactNode;
}

const Folded = ({ title, checks, toItem }: FoldedProps) =>
  checks.length === 0 ? undefined : (
    <details className={styles['folded']}>
      <summary>
        {checks.length} {title}
      </summary>
      <ul className={styles['list']}>{checks.map(toItem)}</ul>
    </details>
  );
