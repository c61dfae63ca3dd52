import { join } from 'node:path';
import { writeWhole } from '../files.ts';
import { enginesMarkdown } from '../report/engines.ts';
import { figuresSection } from './card/figures.ts';
import { filesSection } from './card/files.ts';
import { knowingSection } from './card/knowing.ts';
import { exactSection, methodSection } from './card/method.ts';
import { robustnessSection } from './card/robustness.ts';
import { readCardSources, type CardSources } from './card/sources.ts';
import { LIMITS, licences, USE } from './card/words.ts';
import { MODEL_VERSION } from './version.ts';

export const CARD_FILE = 'README.md';

/** Writes the model card of a release from the metrics, seeds, evidence and engines beside it. Returns its name. */
export async function writeModelCard(folder: string): Promise<string> {
  writeWhole(join(folder, CARD_FILE), modelCard(await readCardSources(folder)));
  return CARD_FILE;
}

function modelCard({ networks, engines }: CardSources): string {
  const sections = [
    `# Model card: Ditto digits ${MODEL_VERSION}

Written by \`npm run train\`, \`train:seeds\`, \`train:evidence\` and \`engines\`; edits are lost.
`,
    USE,
    filesSection(networks),
    figuresSection(networks),
    knowingSection(networks),
    robustnessSection(networks),
    methodSection(networks),
    exactSection(networks),
    engines ? enginesMarkdown(engines) : '',
    licences(networks),
    LIMITS,
  ];
  return `${sections
    .map((section) => section.trim())
    .filter((section) => section !== '')
    .join('\n\n')}\n`;
}
