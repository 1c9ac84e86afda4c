import { AppError } from '../../platform/errors/index.ts';

/** Members and teams of an organisation are not read: somebody switched them off. */
export const membersOff = (organisation: string): AppError =>
  new AppError(
    'data-switched-off',
    `Members and teams of ${organisation} are switched off, so GitHub is not asked for them. Switch them on again on the connection’s Data tab.`,
    { link: '/settings/github' },
  );
