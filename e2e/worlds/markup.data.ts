/** Ways to run a script, or to be taken for markup, in a text that somebody else wrote. Each would set `window.ran`. */
const runs: readonly string[] = [
  '<script>ran=1</script>',
  '<script src="data:text/javascript,ran=1"></script>',
  '<img src=x onerror=ran=1>',
  '<img src=x onerror="ran=1"//',
  '<svg onload=ran=1>',
  '<svg><script>ran=1</script></svg>',
  '<svg><animate onbegin=ran=1 attributeName=x dur=1s>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=ran=1>#x">',
  '<math><mtext><table><mglyph><style><img src=x onerror=ran=1>',
  '<iframe srcdoc="<script>parent.ran=1</script>">',
  '<iframe src="javascript:parent.ran=1">',
  '<object data="javascript:ran=1">',
  '<embed src="javascript:ran=1">',
  '<body onload=ran=1>',
  '<details open ontoggle=ran=1>x',
  '<input autofocus onfocus=ran=1>',
  '<video><source onerror=ran=1>',
  '<audio src=x onerror=ran=1>',
  '<marquee onstart=ran=1>x</marquee>',
  '<a href="javascript:ran=1" autofocus onfocus=ran=1>x</a>',
  '<form action="javascript:ran=1"><button autofocus onfocus=ran=1>',
  '<base href="https://elsewhere.invalid/">',
  '<link rel=stylesheet href="https://elsewhere.invalid/x.css">',
  '<meta http-equiv=refresh content="0;url=https://elsewhere.invalid/">',
  '<style>@import "https://elsewhere.invalid/x.css";</style>',
  '<template><img src=x onerror=ran=1></template>',
  '<noscript><p title="</noscript><img src=x onerror=ran=1>">',
  'javascript:ran=1',
  '{{constructor.constructor("ran=1")()}}',
  '${ran=1}',
];

/** What text may stand in, so that it has to be left first. */
const leaves: readonly string[] = ['', '">', "'>", '-->', '</title></textarea></style></script>', ']]>'];

/** 180 texts. */
export const hostileTexts: readonly string[] = leaves.flatMap((leave) => runs.map((run) => leave + run));
