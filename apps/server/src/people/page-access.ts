import type { Viewer } from '../access/index.ts';
import type { PersonRecord } from './persons.sql.ts';

/**
 * Whether a reader may open a person's page: the person, and those who lead here. To everybody else the page does not
 * exist.
 */
export const mayOpenPage = (viewer: Viewer, person: PersonRecord): boolean =>
  person.userId === viewer.userId || viewer.role === 'administrator' || viewer.role === 'manager';
