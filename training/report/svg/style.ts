/** Follows the viewer's light or dark setting. */
export const STYLE = `
  svg { color-scheme: light dark; --paper: #ffffff; --ink: #1f2328; --quiet: #59636e; --empty: #f3f4f6; --right: #0f766e; --wrong: #c2410c; }
  @media (prefers-color-scheme: dark) {
    svg { --paper: #0d1117; --ink: #e6edf3; --quiet: #9198a1; --empty: #171c24; --right: #0d8a80; --wrong: #d9500f; }
  }
  text { font-family: system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; font-size: 14px; fill: var(--ink); text-anchor: middle; dominant-baseline: central; font-variant-numeric: tabular-nums; }
  .paper { fill: var(--paper); }
  .empty { fill: var(--empty); }
  .right { fill: var(--right); }
  .wrong { fill: var(--wrong); }
  .heading { font-size: 22px; font-weight: 600; text-anchor: start; }
  .start { text-anchor: start; }
  .digit { font-weight: 600; }
  .quiet { fill: var(--quiet); }
  .on-dark { fill: #ffffff; font-weight: 600; }
`;
