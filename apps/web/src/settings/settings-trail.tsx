import { AppLink } from '../ui/app-link.tsx';

/** Above the title of a page of settings. */
export const SettingsTrail = () => <AppLink to="/settings">Settings</AppLink>;
