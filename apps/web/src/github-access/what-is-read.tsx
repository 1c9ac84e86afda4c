import { CheckIcon, XIcon } from '@primer/octicons-react';
import styles from './marked-list.module.css';

const read = [
  'Pull requests: title, state, branches, times, labels, and the issues they close',
  'Reviews, review threads and comments: who, when, where, and how long; not their words',
  'Commits and changed files of pull requests: authors, times, names of files, counts of lines',
  'Accounts that took part: login, name, and the e-mail addresses that GitHub shows for their commits',
];

const neverRead = [
  'Source code, and the lines that were changed',
  'Secrets, settings of repositories, and anything outside the organisations you choose',
  'Personal repositories',
];

/** What is read from GitHub, and what never is. */
export const WhatIsRead = () => (
  <div className={styles['both']}>
    <div>
      <h3 className={styles['title']}>Read</h3>
      <ul className={styles['list']}>
        {read.map((text) => (
          <li key={text}>
            <CheckIcon className={styles['good'] ?? ''} /> <span>{text}</span>
          </li>
        ))}
      </ul>
    </div>
    <div>
      <h3 className={styles['title']}>Never read</h3>
      <ul className={styles['list']}>
        {neverRead.map((text) => (
          <li key={text}>
            <XIcon className={styles['quiet'] ?? ''} /> <span>{text}</span>
          </li>
        ))}
      </ul>
    </div>
  </div>
);
