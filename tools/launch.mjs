// What stands behind `npm start`, `npm test` and the other scripts. Plain JavaScript without dependencies: it runs on
// whatever Node the machine has, before anything is installed, and hands over to the Node that the program needs. The
// parts are loaded only after the version is known to be new enough to read them.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    'This is Node ' +
      process.versions.node +
      '. Throughline needs 20.19 or later to begin with (it brings Node 26 for itself). Install a newer one from ' +
      'https://nodejs.org and run the same command again.',
  );
  process.exitCode = 1;
} else {
  import('./launch-verb.mjs')
    .then(({ launch }) => launch(process.argv.slice(2)))
    .catch((error) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    });
}
