import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ShownCertificate } from './server.ts';

/** A company's own certificate authority, and what a host of theirs shows. */
export type OwnAuthority = {
  /** The authority's certificate, PEM: what is given to whoever shall trust the host. */
  readonly authority: string;
  readonly certificate: ShownCertificate;
};

/**
 * Made anew by openssl, good for two days, for hosts by these names. Undefined where there is no openssl: Node itself
 * makes keys, but no certificates.
 */
export function makeOwnAuthority(
  names: readonly string[] = ['IP:127.0.0.1', 'DNS:localhost'],
): OwnAuthority | undefined {
  if (spawnSync('openssl', ['version']).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'throughline-authority-'));
  const run = (args: string) => execFileSync('openssl', args.split(' '), { cwd: folder, stdio: 'pipe' });
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const newKey = '-newkey rsa:2048 -nodes -keyout';
  try {
    writeFileSync(join(folder, 'names'), `subjectAltName=${names.join(',')}`);
    run(`req -x509 ${newKey} ca.key -out ca.pem -days 2 -subj /CN=Acme`);
    run(`req ${newKey} host.key -out host.csr -subj /CN=github.acme.test`);
    run(
      'x509 -req -in host.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out host.pem -days 2 -extfile names',
    );
    return { authority: read('ca.pem'), certificate: { key: read('host.key'), cert: read('host.pem') } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
