import { lookAtEveryPage } from '../testing/look-at-every-page.ts';
import { lookedAt } from './pages.data.ts';

lookAtEveryPage('light', lookedAt);
