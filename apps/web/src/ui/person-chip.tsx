import { AgentIcon, HubotIcon, IdBadgeIcon, PersonIcon } from '@primer/octicons-react';
import { PathLink } from './path-link.tsx';
import styles from './person-chip.module.css';

/** Who somebody is: a person, an account nobody is linked to, a bot, an AI agent, or an account that is gone. */
export type ChipKind = 'person' | 'account' | 'bot' | 'ai-agent' | 'ghost';

interface Props {
  readonly kind: ChipKind;
  /** The person's name, or the account's login. */
  readonly name: string;
  /** Their page, where they have one the reader may open. */
  readonly path?: string | undefined;
}

const icons = {
  person: PersonIcon,
  account: IdBadgeIcon,
  bot: HubotIcon,
  'ai-agent': AgentIcon,
  ghost: IdBadgeIcon,
} as const satisfies Record<ChipKind, unknown>;

const words: Readonly<Partial<Record<ChipKind, string>>> = {
  bot: 'bot',
  'ai-agent': 'AI agent',
  ghost: 'an account that is gone',
};

/** Somebody by name; bots and AI agents are named as such, never by their icon alone. */
export const PersonChip = ({ kind, name, path }: Props) => {
  const Picture = icons[kind];
  const word = words[kind];
  const text = <bdi>{kind === 'ghost' ? 'ghost' : name}</bdi>;
  return (
    <span className={styles['chip']}>
      <Picture className={styles['icon'] ?? ''} />
      <span>
        {path === undefined ? text : <PathLink path={path}>{text}</PathLink>}
        {word !== undefined && <span className={styles['word']}>, {word}</span>}
      </span>
    </span>
  );
};
