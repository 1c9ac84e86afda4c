import { AppLinkButton } from './app-link-button.tsx';
import { Page } from './page.tsx';

/** What does not exist and what the reader may not see look alike. */
export const NothingHere = () => (
  <Page
    title="Nothing here that you can see."
    tab="Nothing here"
    sentence="The address may be mistyped, what it named may be gone, or it is not for you to see."
  >
    <div data-nothing-here>
      <AppLinkButton to="/" variant="primary">
        Go home
      </AppLinkButton>{' '}
      <AppLinkButton to="/search">Search</AppLinkButton>
    </div>
  </Page>
);
