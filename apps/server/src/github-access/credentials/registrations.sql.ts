import { AppError } from '../../platform/errors/index.ts';
import type { SealedPlace, SecretBox } from '../../platform/secrets/index.ts';
import type { Sql } from '../../platform/sql/index.ts';

export type RegistrationKind = 'github-app' | 'oauth-app';

/** An app that is registered on a host, without its secrets. */
export interface Registration {
  readonly registrationId: number;
  readonly hostId: number;
  readonly kind: RegistrationKind;
  readonly clientId: string;
  readonly name: string;
  /** Of a GitHub App: its id at GitHub, its name in addresses, and what it asks for, permission to level. */
  readonly app:
    | {
        readonly githubAppId: number;
        readonly slug: string;
        readonly permissions: Readonly<Record<string, string>>;
      }
    | undefined;
  /** Who owns it on GitHub, where that is known. */
  readonly ownerLogin: string | undefined;
  readonly madeHow: 'manifest' | 'by-hand';
  /** An App that acts is none to read by. */
  readonly purpose: AppPurpose;
}

export type AppPurpose = 'read' | 'act';

/** A GitHub App signs with its private key; an OAuth app has none. */
export interface RegistrationSecrets {
  readonly clientSecret: string;
  readonly privateKey: string | undefined;
  readonly webhookSecret: string | undefined;
}

export interface NewRegistration extends Omit<Registration, 'registrationId' | 'purpose'> {
  /** Default: to read by. */
  readonly purpose?: AppPurpose;
  readonly secrets: RegistrationSecrets;
  readonly createdBy: number | undefined;
}

type SealedColumn = 'client_secret_sealed' | 'private_key_sealed' | 'webhook_secret_sealed';

const toPlace = (registrationId: number, column: SealedColumn): SealedPlace => ({
  table: 'app_registration',
  column,
  row: String(registrationId),
});

/**
 * Seals and stores an app. One that is known by its client id keeps its id and takes over what is given: its secrets were
 * replaced on GitHub, or its permissions changed. Returns our id. Throws `conflict` for one that is known for another purpose.
 */
export async function storeRegistration(sql: Sql, box: SecretBox, given: NewRegistration): Promise<number> {
  const registrationId = await toRegistrationId(sql, given);
  const { clientSecret, privateKey, webhookSecret } = given.secrets;
  const seal = (text: string | undefined, column: SealedColumn): string | undefined =>
    text === undefined ? undefined : box.seal(text, toPlace(registrationId, column));
  await sql.query(
    `insert into app_registration as held (
       registration_id, host_id, kind, client_id, client_secret_sealed, github_app_id, slug,
       private_key_sealed, webhook_secret_sealed, name, owner_login, permissions, made_how, created_by, purpose)
     overriding system value
     values (
       $1::bigint, $2::bigint, $3::text, $4::text, $5::text, $6::bigint, $7::text,
       $8::text, $9::text, $10::text, $11::text, $12::jsonb, $13::text, $14::bigint, $15::text)
     on conflict (registration_id) do update
     set client_secret_sealed = excluded.client_secret_sealed,
         slug = excluded.slug,
         private_key_sealed = excluded.private_key_sealed,
         webhook_secret_sealed = coalesce(excluded.webhook_secret_sealed, held.webhook_secret_sealed),
         name = excluded.name,
         owner_login = coalesce(excluded.owner_login, held.owner_login),
         permissions = excluded.permissions`,
    [
      registrationId,
      given.hostId,
      given.kind,
      given.clientId,
      seal(clientSecret, 'client_secret_sealed'),
      given.app?.githubAppId,
      given.app?.slug,
      seal(privateKey, 'private_key_sealed'),
      seal(webhookSecret, 'webhook_secret_sealed'),
      given.name,
      given.ownerLogin,
      given.app && JSON.stringify(given.app.permissions),
      given.madeHow,
      given.createdBy,
      given.purpose ?? 'read',
    ],
  );
  return registrationId;
}

/** Of an app that is known already its own, else the next: a secret is sealed for its row. */
async function toRegistrationId(sql: Sql, given: NewRegistration): Promise<number> {
  const { hostId, clientId, name, purpose = 'read' } = given;
  const [known] = await sql.query<{ registration_id: number; purpose: AppPurpose }>(
    `select registration_id, purpose
     from app_registration
     where host_id = $1::bigint
       and client_id = $2::text`,
    [hostId, clientId],
  );
  if (known !== undefined && known.purpose !== purpose) throw otherPurpose(name, known.purpose);
  if (known !== undefined) return known.registration_id;
  const [next] = await sql.query<{ registration_id: number }>(
    `select nextval(pg_get_serial_sequence('app_registration', 'registration_id')) as registration_id`,
  );
  if (next === undefined) throw new Error('The sequence of registrations returned no row.');
  return next.registration_id;
}

/** One App for both could read with rights to write. */
const otherPurpose = (name: string, purpose: AppPurpose): AppError =>
  new AppError(
    'conflict',
    purpose === 'act'
      ? `${name} is registered here to act, and an app that acts is none to read by. Use another app.`
      : `${name} is registered here to read. Use another app to act by.`,
  );

interface RegistrationRow {
  readonly registration_id: number;
  readonly host_id: number;
  readonly kind: RegistrationKind;
  readonly client_id: string;
  readonly name: string;
  readonly github_app_id: number | null;
  readonly slug: string | null;
  readonly permissions: Readonly<Record<string, string>> | null;
  readonly owner_login: string | null;
  readonly made_how: 'manifest' | 'by-hand';
  readonly purpose: AppPurpose;
}

const selectText = `
  select registration_id, host_id, kind, client_id, name, github_app_id, slug, permissions, owner_login, made_how, purpose
  from app_registration`;

/** The apps known on a host, the latest first. */
export async function loadRegistrations(sql: Sql, hostId: number): Promise<readonly Registration[]> {
  const rows = await sql.query<RegistrationRow>(
    `${selectText} where host_id = $1::bigint order by registration_id desc`,
    [hostId],
  );
  return rows.map(toRegistration);
}

export async function findRegistration(sql: Sql, registrationId: number): Promise<Registration | undefined> {
  const rows = await sql.query<RegistrationRow>(`${selectText} where registration_id = $1::bigint`, [
    registrationId,
  ]);
  return rows.map(toRegistration)[0];
}

/** Opens an app's secrets, for the one call that needs them; undefined when the app is gone. */
export async function loadRegistrationSecrets(
  sql: Sql,
  box: SecretBox,
  registrationId: number,
): Promise<RegistrationSecrets | undefined> {
  const [row] = await sql.query<Record<SealedColumn, string | null>>(
    `select client_secret_sealed, private_key_sealed, webhook_secret_sealed
     from app_registration
     where registration_id = $1::bigint`,
    [registrationId],
  );
  const open = (column: SealedColumn): string | undefined => {
    const sealed = row?.[column] ?? undefined;
    return sealed === undefined ? undefined : box.open(sealed, toPlace(registrationId, column));
  };
  const clientSecret = open('client_secret_sealed');
  if (clientSecret === undefined) return undefined;
  return {
    clientSecret,
    privateKey: open('private_key_sealed'),
    webhookSecret: open('webhook_secret_sealed'),
  };
}

const toRegistration = (row: RegistrationRow): Registration => ({
  registrationId: row.registration_id,
  hostId: row.host_id,
  kind: row.kind,
  clientId: row.client_id,
  name: row.name,
  app:
    row.github_app_id === null || row.slug === null
      ? undefined
      : { githubAppId: row.github_app_id, slug: row.slug, permissions: row.permissions ?? {} },
  ownerLogin: row.owner_login ?? undefined,
  madeHow: row.made_how,
  purpose: row.purpose,
});
