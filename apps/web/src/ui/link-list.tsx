import type { Icon } from '@primer/octicons-react';
import styles from './link-list.module.css';
import { PathLink } from './path-link.tsx';

interface Props {
  readonly links: readonly {
    readonly path: string;
    readonly name: string;
    readonly icon: Icon;
    readonly says: string;
  }[];
}

/** Ways on, each with what one finds there. */
export const LinkList = ({ links }: Props) => (
  <ul className={styles['list']}>
    {links.map(({ path, name, icon: Picture, says }) => (
      <li key={path} className={styles['item']}>
        <Picture className={styles['icon'] ?? ''} />
        <div>
          <PathLink path={path} className={styles['name']}>
            {name}
          </PathLink>
          <p className={styles['says']}>{says}</p>
        </div>
      </li>
    ))}
  </ul>
);
