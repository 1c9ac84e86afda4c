import { isIP } from 'node:net';
import { z } from 'zod';
import { eventPermissions, permissionLevels } from './permissions.data.ts';

const url = z.url({ protocol: /^https?$/ });

/** What an app's manifest may say; what GitHub does not document is refused. */
const manifestSchema = z
  .strictObject({
    name: z.string().min(1).max(34).optional(),
    url,
    hook_attributes: z.strictObject({ url, active: z.boolean().default(true) }).optional(),
    redirect_url: url,
    callback_urls: z.array(url).max(10).default([]),
    setup_url: url.optional(),
    description: z.string().optional(),
    public: z.boolean().default(false),
    default_events: z.array(z.string()).default([]),
    default_permissions: z.record(z.string(), z.string()).default({}),
    request_oauth_on_install: z.boolean().default(false),
    setup_on_update: z.boolean().default(false),
  })
  .check(({ value, issues }) => {
    for (const message of listProblems(value)) issues.push({ code: 'custom', message, input: value });
  });

export type Manifest = z.output<typeof manifestSchema>;

export type ManifestReading =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

/** Reads the `manifest` field of a form. */
export function readManifest(text: string): ManifestReading {
  const parsed = manifestSchema.safeParse(parseJson(text));
  if (parsed.success) return { kind: 'manifest', manifest: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim());
  return { kind: 'invalid', problems };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function listProblems({
  default_permissions: permissions,
  default_events: events,
  hook_attributes: hook,
}: Pick<Manifest, 'default_permissions' | 'default_events' | 'hook_attributes'>): readonly string[] {
  const unknown = Object.entries(permissions).filter(
    ([name, level]) => permissionLevels[name]?.includes(level) !== true,
  );
  const unsupported = events.filter((event) => !isSupported(event, permissions));
  return [
    ...unknown.map(([name]) => `Default permission records resource is not included in the list: ${name}`),
    ...unsupported.map((event) => `Default events unsupported: ${event}`),
    ...(hook === undefined || isPublic(hook.url)
      ? []
      : ["Hook url is not supported because it isn't reachable over the public Internet"]),
  ];
}

function isSupported(event: string, permissions: Readonly<Record<string, string>>): boolean {
  const held = { metadata: 'read', ...permissions };
  return eventPermissions[event]?.some((name) => name in held) ?? false;
}

/** Addresses by number are refused too, as GitHub would hardly be asked to call one. */
function isPublic(address: string): boolean {
  const { hostname } = new URL(address);
  const isNumber = isIP(hostname.replaceAll(/[[\]]/g, '')) !== 0;
  return !isNumber && hostname.includes('.') && !/\.(localhost|local|internal)$/.test(hostname);
}
