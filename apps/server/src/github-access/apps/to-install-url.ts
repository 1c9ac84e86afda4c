/** Where GitHub asks on which account an App is to be installed, and for which of its repositories. */
export const toInstallUrl = (pageUrl: string): string => `${pageUrl}/installations/new`;
