import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readCitySource } from './city-source.ts';
import { frameOfCity, generateDemoCity } from './generate.ts';
import { writeCity } from './write-city.ts';

/** `npx tsx data/demo/cli.ts --out DIR [--city balikpapan] [--seed N]` writes the demo city as files. */
const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    city: { type: 'string', default: 'balikpapan' },
    seed: { type: 'string' },
  },
});
if (values.out === undefined) {
  process.stderr.write('Usage: tsx data/demo/cli.ts --out DIR [--city ID] [--seed N]\n');
  process.exitCode = 2;
} else {
  const source = readCitySource(fileURLToPath(new URL(`../cities/${values.city}`, import.meta.url)));
  const city = await generateDemoCity({
    source,
    ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
    onProgress: (step, share) =>
      process.stderr.write(`${String(Math.round(share * 100)).padStart(3)} % ${step}\n`),
  });
  const manifest = await writeCity(city, frameOfCity(source), source.profile.demoNotice.id, values.out);
  process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
}
