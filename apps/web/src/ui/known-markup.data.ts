/**
 * Markup that components bring along as text, letter by letter. A test compares it with the packages, so that an update
 * that changes one is noticed before a browser refuses it.
 */
export const knownMarkup: readonly string[] = [
  // @primer/live-region-element: what is only read aloud
  `
<style>
:host {
  border: 0;
  clip: rect(0 0 0 0);
  clip-path: inset(50%);
  height: 1px;
  margin: -1px;
  overflow: hidden;
  padding: 0;
  position: absolute;
  white-space: nowrap;
  width: 1px;
}
</style>
<div id="polite" aria-live="polite" aria-atomic="true"></div>
<div id="assertive" aria-live="assertive" aria-atomic="true"></div>
`,
];
