// Imported first by every command: what another Node would say about the rest helps nobody. The strictest of the packages decide.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isKnown = (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24;
if (!isKnown) {
  console.error(
    `Reader Desk needs Node 20.19, 22.13, 24 or later; this is Node ${process.versions.node}. Install one of these from https://nodejs.org and run the command again.`,
  );
  process.exit(1);
}
