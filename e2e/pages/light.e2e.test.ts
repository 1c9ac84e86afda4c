import { lookAtEveryPage } from '../testing/look-at-every-page.ts';

lookAtEveryPage('light');
